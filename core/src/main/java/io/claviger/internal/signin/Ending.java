package io.claviger.internal.signin;

import io.claviger.Reason;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;

/** Why a sign-in was not completed. */
public enum Ending {
    /** The time is up. */
    EXPIRED(Reason.REAUTHENTICATION_REQUIRED, "Nobody came back from the sign-in page in time."),
    /** The host, or the person, does not want it any more. */
    CANCELLED(Reason.REAUTHENTICATION_REQUIRED, "The sign-in was cancelled."),
    /** The same actor has begun too many others since. */
    DISPLACED(Reason.REAUTHENTICATION_REQUIRED, "Newer sign-ins of the same actor have taken its place."),
    /** The integration is not the one any more that it was begun for. */
    OUTDATED(Reason.REAUTHENTICATION_REQUIRED, "The integration was changed or disconnected during the sign-in."),
    /** The actor has left. */
    FORGOTTEN(Reason.REAUTHENTICATION_REQUIRED, "The sign-ins of this actor were ended."),
    /** The manager is closed. */
    CLOSED(Reason.DISCONNECTED, "The manager was closed during the sign-in.");

    private final Reason reason;
    private final String detail;

    Ending(Reason reason, String detail) {
        this.reason = reason;
        this.detail = detail;
    }

    FailureException failure() {
        return new FailureException(Failure.of(reason, detail));
    }
}
