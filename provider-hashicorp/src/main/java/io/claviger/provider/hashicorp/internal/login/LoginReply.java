package io.claviger.provider.hashicorp.internal.login;

import io.claviger.SecretValue;
import io.claviger.provider.hashicorp.internal.api.Failures;
import io.claviger.provider.hashicorp.internal.api.Json;
import io.claviger.provider.hashicorp.internal.api.Reply;
import io.claviger.provider.hashicorp.internal.api.Server;
import io.claviger.spi.Call;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;

/** Reads the answer to a login, whose form is the same for every method. */
final class LoginReply {

    private LoginReply() {}

    static Grant grant(Reply reply, Server server, Call call) {
        if (!reply.succeeded()) {
            throw refusal(reply, call);
        }
        Json auth = reply.require("auth");
        SecretValue token = auth.member("client_token")
                .flatMap(Json::string)
                .map(SecretValue::ofText)
                .orElseThrow(LoginReply::incomplete);
        return new Grant(
                server.as(token),
                LeaseDuration.of(auth),
                auth.member("entity_id").flatMap(Json::string),
                auth.member("renewable").map(Json::isTrue).orElse(false),
                true);
    }

    /** Only Vault's own answers refuse credentials: a proxy's page says nothing about them. */
    private static VaultFailure refusal(Reply reply, Call call) {
        if (reply.isJson() && reply.status() == 400) {
            return VaultFailure.of(
                    Kind.CREDENTIALS_REFUSED,
                    "The server refuses the login: an id is wrong, expired or used up; give new credentials.");
        }
        if (reply.isJson() && reply.status() == 403) {
            return VaultFailure.of(
                    Kind.CREDENTIALS_REFUSED,
                    "The server refuses the login: it is locked out after wrong tries, or no login method is mounted at"
                            + " the path that auth-mount names.");
        }
        return Failures.of(reply, call);
    }

    private static VaultFailure incomplete() {
        return VaultFailure.of(
                Kind.CREDENTIALS_REFUSED,
                "The login is not complete without a further proof, which cannot be given here; use another method.");
    }
}
