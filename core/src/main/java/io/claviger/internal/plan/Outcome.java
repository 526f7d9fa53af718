package io.claviger.internal.plan;

import io.claviger.Resolution;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.link.Binding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one binding.
 *
 * @param snapshot the secret; {@code null} if it could not be had
 * @param value the value selected in it; {@code null} if it has none or could not be had
 * @param failure why there is no value; {@code null} if there is one
 */
public record Outcome(
        @Nullable SecretSnapshot snapshot,
        @Nullable SecretValue value,
        @Nullable Failure failure) {

    static Outcome failed(Failure failure) {
        return new Outcome(null, null, failure);
    }

    /**
     * Returns what a host is told.
     *
     * @param subject the name or reference as it was asked for
     * @param binding where the value lives
     * @return the resolution
     */
    public Resolution resolution(String subject, Binding binding) {
        if (failure != null) {
            return failure.resolution(subject, binding.reference());
        }
        if (value == null || snapshot == null) {
            throw new IllegalStateException("an outcome has a value or a failure");
        }
        return Resolution.of(subject)
                .at(binding.reference())
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
}
