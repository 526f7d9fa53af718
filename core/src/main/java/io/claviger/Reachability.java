package io.claviger;

/** Whether a vault answered when it was last contacted. */
public enum Reachability {
    /** It was not contacted yet. */
    UNKNOWN,
    /** It answered. */
    REACHABLE,
    /** It did not answer, or not in time. */
    UNREACHABLE
}
