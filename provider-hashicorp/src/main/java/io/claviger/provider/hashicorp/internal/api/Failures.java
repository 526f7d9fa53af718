package io.claviger.provider.hashicorp.internal.api;

import io.claviger.spi.Call;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;

/**
 * What answers mean, whoever asked. Statuses of standby, replication and removed nodes are from documentation: no test
 * server here gives them.
 */
public final class Failures {

    private Failures() {}

    /**
     * Returns what an answer other than success means.
     *
     * @param reply the answer
     * @param call the call, whose clock reads dates
     * @return the failure
     */
    public static VaultFailure of(Reply reply, Call call) {
        return switch (reply.status()) {
            case 400 -> badRequest(reply);
            case 403 ->
                unavailable("Something that is no Vault server refuses the request; check the way to the server.");
            case 404 -> NotFound.failure(reply);
            case 405 -> misconfigured("The server does not know this request; check that the address is Vault's.");
            case 412 -> unavailable("The server has not caught up with an earlier write; it will shortly.");
            case 429 -> throttled(reply, call);
            case 472 -> unavailable("The node is a secondary for disaster recovery; set the address of an active one.");
            case 473 -> unavailable("The node is a standby that cannot answer this; set the address of an active one.");
            case 501 -> unavailable("The server is not initialised; have its administrators do that.");
            case 503 -> notReady(reply);
            case 530 -> unavailable("The node was removed from its cluster; set the address of another one.");
            default -> byClass(reply.status());
        };
    }

    private static VaultFailure byClass(int status) {
        return switch (status / 100) {
            case 3 ->
                misconfigured("The server answered with a redirect, which is never followed with a token;"
                        + " set the address of the active node, or the one that the redirect leads to.");
            case 4 -> misconfigured("The server refuses the request with status " + status + "; check the address.");
            case 5 -> unavailable("The server failed with status " + status + "; see its log.");
            default -> unavailable("The answer has the unexpected status " + status + "; check the address.");
        };
    }

    private static VaultFailure badRequest(Reply reply) {
        if (reply.complains("Upgrading from non-versioned to versioned data")) {
            return unavailable("The engine is being upgraded to keep versions; it will be ready shortly.");
        }
        return reply.begins("Client sent an HTTP request to an HTTPS server")
                ? misconfigured("The server speaks HTTPS; begin the address with https://.")
                : misconfigured("The server does not accept the request; check the path of the reference.");
    }

    private static VaultFailure throttled(Reply reply, Call call) {
        VaultFailure failure = VaultFailure.of(Kind.THROTTLED, "The server's limit of requests is reached.");
        return RetryAfter.of(reply, call).map(failure::retryAfter).orElse(failure);
    }

    private static VaultFailure notReady(Reply reply) {
        if (reply.complains("sealed")) {
            return unavailable("The server is sealed; have its administrators unseal it.");
        }
        return reply.complains("locked by an administrator")
                ? unavailable("The namespace is locked by an administrator; have it unlocked.")
                : unavailable("The server is not ready.");
    }

    static VaultFailure misconfigured(String detail) {
        return VaultFailure.of(Kind.MISCONFIGURED, detail);
    }

    private static VaultFailure unavailable(String detail) {
        return VaultFailure.of(Kind.UNAVAILABLE, detail);
    }
}
