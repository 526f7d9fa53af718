package io.claviger.provider.hashicorp.internal.login;

import io.claviger.provider.hashicorp.internal.api.ApiPath;
import io.claviger.provider.hashicorp.internal.api.Failures;
import io.claviger.provider.hashicorp.internal.api.Refusal;
import io.claviger.provider.hashicorp.internal.api.Reply;
import io.claviger.provider.hashicorp.internal.api.VaultApi;
import io.claviger.spi.Call;
import io.claviger.spi.VaultFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes a token last longer, by the time that the server thinks fit. Near its longest life the server answers with what is
 * left of that, and a token without the right to renew itself with a refusal.
 */
public final class TokenRenewal {

    private static final byte[] NO_WISH = "{}".getBytes(StandardCharsets.UTF_8);

    private TokenRenewal() {}

    /**
     * Renews the token of an interface.
     *
     * @param api the interface with the token
     * @param call deadline and cancellation
     * @return how long it lasts from now; empty if it is not renewed any more
     * @throws VaultFailure if the token is dead or the server does not say
     */
    public static Optional<Duration> of(VaultApi api, Call call) {
        Reply reply = api.post(ApiPath.RENEW_SELF, NO_WISH, call);
        if (reply.succeeded()) {
            return LeaseDuration.of(reply.require("auth"));
        }
        if (reply.isJson() && reply.status() == 400) {
            return Optional.empty();
        }
        if (reply.status() == 403) {
            return refused(reply);
        }
        throw Failures.of(reply, call);
    }

    private static Optional<Duration> refused(Reply reply) {
        if (Refusal.of(reply) == Refusal.DEAD_TOKEN) {
            throw VaultFailure.of(VaultFailure.Kind.SESSION_ENDED, "The server does not know the token any more.");
        }
        return Optional.empty();
    }
}
