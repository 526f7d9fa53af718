package io.claviger;

import java.util.List;

/**
 * What to try when a service has refused a secret, in this order: the current version, just read from the vault, then the
 * previous one where the vault keeps it. A rotation that has reached the vault and not yet the service, or the other way
 * round, is bridged so.
 *
 * <p>Immutable; it prints no value.
 */
public final class RotationCandidates {

    private final transient List<SecretSnapshot> snapshots;
    private final transient List<SecretValue> values;

    private RotationCandidates(List<SecretSnapshot> snapshots, List<SecretValue> values) {
        this.snapshots = snapshots;
        this.values = values;
    }

    /**
     * Returns candidates.
     *
     * @param snapshots the versions, the current one first; at least one
     * @param values the value that was asked for, of each version
     * @return the candidates
     * @throws IllegalArgumentException if there are none, or not as many values as snapshots
     */
    public static RotationCandidates of(List<SecretSnapshot> snapshots, List<SecretValue> values) {
        if (snapshots.isEmpty() || snapshots.size() != values.size()) {
            throw new IllegalArgumentException("There must be candidates, each with its value.");
        }
        return new RotationCandidates(List.copyOf(snapshots), List.copyOf(values));
    }

    /**
     * Returns the value in each version.
     *
     * @return one or two values, to be tried in this order
     */
    public List<SecretValue> values() {
        return values;
    }

    /**
     * Returns each version as a whole, for services that need several fields of it: a user name and its password.
     *
     * @return one or two snapshots, to be tried in this order
     */
    public List<SecretSnapshot> snapshots() {
        return snapshots;
    }

    @Override
    public String toString() {
        return "RotationCandidates[" + values.size() + "]";
    }
}
