package io.claviger.provider.hashicorp.internal.api;

import java.util.List;

/** What a 403 means, told by its text. The texts are OpenBao's, and those known of Vault. */
public enum Refusal {
    /** The token is unknown, expired, revoked or used up. */
    DEAD_TOKEN,
    /** The token is alive and may not do this. */
    POLICY,
    /** The token may do nothing inside this mount, or there is no such mount. */
    MOUNT,
    /** The text says nothing that is known here. */
    UNKNOWN;

    /**
     * Reads a 403.
     *
     * @param reply the answer
     * @return what it means
     */
    public static Refusal of(Reply reply) {
        if (reply.complains("invalid token")) {
            return DEAD_TOKEN;
        }
        if (reply.complains("preflight capability check returned 403")) {
            return MOUNT;
        }
        if (reply.complains("* permission denied")) {
            return POLICY;
        }
        return reply.errors().equals(List.of("permission denied")) ? DEAD_TOKEN : UNKNOWN;
    }
}
