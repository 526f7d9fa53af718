package io.claviger.provider.hashicorp.internal.api;

import io.claviger.spi.Call;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;

/** Tells a session that ended from a secret that may not be read: the server answers both with 403. */
public final class Denials {

    private static final int FORBIDDEN = 403;

    private Denials() {}

    /**
     * Returns what an answer other than success means to a session.
     *
     * @param reply the answer
     * @param api the session's interface, asked for its token where the answer leaves a doubt
     * @param call deadline and cancellation
     * @return the failure
     */
    public static VaultFailure failure(Reply reply, VaultApi api, Call call) {
        return isRefusal(reply) ? refused(reply, api, call) : Failures.of(reply, call);
    }

    /** A page of something in between says nothing about the token. */
    private static boolean isRefusal(Reply reply) {
        return reply.status() == FORBIDDEN && reply.isJson();
    }

    private static VaultFailure refused(Reply reply, VaultApi api, Call call) {
        return switch (Refusal.of(reply)) {
            case DEAD_TOKEN -> sessionEnded();
            case MOUNT -> noAccessToMount();
            case POLICY, UNKNOWN -> byToken(api.get(ApiPath.LOOKUP_SELF, call), call);
        };
    }

    /** A token without the default policy may not look itself up, and is alive nevertheless. */
    private static VaultFailure byToken(Reply self, Call call) {
        if (self.succeeded()) {
            return denied();
        }
        if (!isRefusal(self)) {
            return Failures.of(self, call);
        }
        return Refusal.of(self) == Refusal.POLICY ? denied() : sessionEnded();
    }

    private static VaultFailure sessionEnded() {
        return VaultFailure.of(Kind.SESSION_ENDED, "The server does not accept the token any more.");
    }

    private static VaultFailure denied() {
        return VaultFailure.of(
                Kind.DENIED, "No policy of the token allows to read this path; have the capability read added to one.");
    }

    private static VaultFailure noAccessToMount() {
        return VaultFailure.of(
                Kind.DENIED,
                "The token has no access to the engine of this path, or there is none; check the mount in the"
                        + " reference, and the policies of the token.");
    }
}
