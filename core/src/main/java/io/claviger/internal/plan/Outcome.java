package io.claviger.internal.plan;

import io.claviger.Reason;
import io.claviger.Resolution;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.internal.cache.Entry;
import io.claviger.internal.cache.Fetched;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of one binding. A class rather than a record: a record would print what it holds. */
public final class Outcome {

    private final @Nullable Fetched fetched;
    private final @Nullable SecretSnapshot snapshot;
    private final @Nullable SecretValue value;
    private final @Nullable Failure failure;

    private Outcome(
            @Nullable Fetched fetched,
            @Nullable SecretSnapshot snapshot,
            @Nullable SecretValue value,
            @Nullable Failure failure) {
        this.fetched = fetched;
        this.snapshot = snapshot;
        this.value = value;
        this.failure = failure;
    }

    static Outcome found(Fetched fetched, SecretSnapshot snapshot, SecretValue value) {
        return new Outcome(fetched, snapshot, value, null);
    }

    static Outcome missing(Fetched fetched, SecretSnapshot snapshot, Optional<String> field) {
        return new Outcome(fetched, snapshot, null, missingField(snapshot, field));
    }

    /**
     * Returns the outcome of what could not be had.
     *
     * @param failure why
     * @return the outcome
     */
    public static Outcome failed(Failure failure) {
        return new Outcome(null, null, null, failure);
    }

    static Failure missingField(SecretSnapshot snapshot, Optional<String> field) {
        return Failure.of(Reason.FIELD_NOT_FOUND, missingDetail(snapshot, field));
    }

    private static String missingDetail(SecretSnapshot snapshot, Optional<String> field) {
        if (field.isPresent()) {
            return snapshot.fieldNames().isEmpty()
                    ? "The secret has no fields: it is not a JSON object."
                    : "The secret does not have this field.";
        }
        return snapshot.fieldNames().isEmpty()
                ? "The secret has no fields."
                : "The secret has several fields: add #field to the reference.";
    }

    /**
     * Returns what a host is told.
     *
     * @param subject the name or reference as it was asked for
     * @param reference where the value lives; {@code null} if that is not known
     * @return the resolution
     */
    public Resolution resolution(String subject, @Nullable SecretReference reference) {
        if (failure != null) {
            return failure.resolution(subject, reference);
        }
        if (value == null || snapshot == null || reference == null) {
            throw new IllegalStateException("an outcome has a value or a failure");
        }
        return Resolution.of(subject)
                .at(reference)
                .stale(fetched != null && fetched.stale())
                .value(value, snapshot.version().orElse(null));
    }

    /**
     * Returns the secret.
     *
     * @return the snapshot, whether or not the value was found in it
     * @throws FailureException if it could not be had
     */
    public SecretSnapshot orThrow() {
        if (snapshot == null) {
            throw new FailureException(Objects.requireNonNull(failure));
        }
        return snapshot;
    }

    /**
     * Returns where the secret is cached.
     *
     * @return the entry; empty if it could not be had or may not be cached
     */
    public Optional<Entry> entry() {
        return Optional.ofNullable(fetched).map(Fetched::entry);
    }
}
