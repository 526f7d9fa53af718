package io.claviger.provider.hashicorp.internal.login;

import io.claviger.ConfigurationException;
import io.claviger.SecretValue;
import io.claviger.provider.hashicorp.internal.api.ApiPath;
import io.claviger.provider.hashicorp.internal.api.Failures;
import io.claviger.provider.hashicorp.internal.api.Json;
import io.claviger.provider.hashicorp.internal.api.Refusal;
import io.claviger.provider.hashicorp.internal.api.Reply;
import io.claviger.provider.hashicorp.internal.api.Server;
import io.claviger.provider.hashicorp.internal.api.VaultApi;
import io.claviger.spi.Call;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.time.Duration;
import java.util.Optional;

/** A token that the host has. */
public final class TokenLogin implements Login {

    private static final int FORBIDDEN = 403;

    /** What the server calls a token whose last use was just taken. */
    private static final long USED_UP = -1;

    private final SecretValue token;

    private TokenLogin(SecretValue token) {
        this.token = token;
    }

    /**
     * Returns the login.
     *
     * @param token the token
     * @return the login
     * @throws ConfigurationException if no server could have given it
     */
    public static TokenLogin of(SecretValue token) {
        String text = Material.text("token", token);
        // an HTTP client would refuse the header with a message that quotes the token
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new ConfigurationException("The token has characters that no token has; see what was given for it.");
        }
        return new TokenLogin(SecretValue.ofText(text));
    }

    @Override
    public String method() {
        return "token";
    }

    @Override
    public Grant authenticate(Server server, Call call) {
        VaultApi api = server.as(token);
        Reply self = api.get(ApiPath.LOOKUP_SELF, call);
        if (self.succeeded()) {
            return grant(api, self.require("data"));
        }
        if (mayNotLookItselfUp(self)) {
            return new Grant(api, Optional.empty(), Optional.empty(), false, false);
        }
        throw self.status() == FORBIDDEN && self.isJson() ? refused() : Failures.of(self, call);
    }

    /** A token without the default policy: alive, and of unknown life. */
    private static boolean mayNotLookItselfUp(Reply self) {
        return self.status() == FORBIDDEN && Refusal.of(self) == Refusal.POLICY;
    }

    private static Grant grant(VaultApi api, Json self) {
        if (self.member("num_uses").flatMap(Json::number).orElse(0L) == USED_UP) {
            throw VaultFailure.of(
                    Kind.CREDENTIALS_REFUSED,
                    "The token had one use left, and the login took it; give one without a limit of uses.");
        }
        return new Grant(
                api,
                lifetime(self),
                self.member("entity_id").flatMap(Json::string),
                self.member("renewable").map(Json::isTrue).orElse(false),
                false);
    }

    private static Optional<Duration> lifetime(Json self) {
        return self.member("ttl")
                .flatMap(Json::number)
                .filter(seconds -> seconds > 0)
                .map(Duration::ofSeconds);
    }

    private static VaultFailure refused() {
        return VaultFailure.of(
                Kind.CREDENTIALS_REFUSED,
                "The server does not accept the token: it is unknown, expired, revoked or used up; give another one.");
    }
}
