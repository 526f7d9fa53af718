package io.claviger.internal.plan;

import io.claviger.RotationCandidates;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.internal.cache.Selection;
import io.claviger.internal.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The current version of a secret, and the one before it. A class rather than a record: a record would print them. */
public final class Candidates {

    private final SecretSnapshot current;
    private final @Nullable SecretSnapshot previous;
    private final Optional<String> field;

    Candidates(SecretSnapshot current, @Nullable SecretSnapshot previous, Optional<String> field) {
        this.current = current;
        this.previous = previous;
        this.field = field;
    }

    /**
     * Returns what a host is given to try.
     *
     * @return the candidates, the current version first
     * @throws FailureException if the current version has no such field
     */
    public RotationCandidates toTry() {
        List<SecretSnapshot> snapshots = new ArrayList<>();
        List<SecretValue> values = new ArrayList<>();
        snapshots.add(current);
        values.add(Selection.of(current, field)
                .orElseThrow(() -> new FailureException(Outcome.missingField(current, field))));
        if (previous != null) {
            Selection.of(previous, field).ifPresent(value -> {
                snapshots.add(previous);
                values.add(value);
            });
        }
        return RotationCandidates.of(snapshots, values);
    }
}
