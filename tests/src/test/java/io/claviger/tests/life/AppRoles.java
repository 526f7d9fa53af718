package io.claviger.tests.life;

import com.fasterxml.jackson.databind.JsonNode;
import io.claviger.CredentialSource;
import io.claviger.provider.hashicorp.HashicorpCredentials;
import io.claviger.testservers.OpenBao;
import java.util.HashSet;
import java.util.Set;

/** Logins to a server of one's own, and which tokens live there. */
final class AppRoles {

    private static final String POLICY =
            "{\"policy\":\"path \\\"secret/data/app/*\\\" { capabilities = [\\\"read\\\"] }\"}";

    private final OpenBao server;
    private final Canary canary;

    AppRoles(OpenBao server, Canary canary) {
        this.server = server;
        this.canary = canary;
        canary.watch(server.rootToken());
        server.write("sys/policies/acl/app", POLICY);
        server.write("sys/auth/approle", "{\"type\":\"approle\"}");
    }

    /** Credentials that the server takes at every login, for somebody. */
    CredentialSource renewing(String who) {
        String role = "auth/approle/role/" + who;
        server.write(role, "{\"token_policies\":[\"app\"],\"token_ttl\":\"1h\"}");
        String roleId = server.read(role + "/role-id").at("/data/role_id").asText();
        return CredentialSource.renewing(() -> HashicorpCredentials.appRole(roleId, newSecretId(role)));
    }

    private String newSecretId(String role) {
        JsonNode reply = server.write(role + "/secret-id", "{}");
        return canary.watch(reply.at("/data/secret_id").asText());
    }

    /** The accessors of all tokens that live now. */
    Set<String> accessors() {
        Set<String> accessors = new HashSet<>();
        server.read("auth/token/accessors?list=true")
                .at("/data/keys")
                .forEach(accessor -> accessors.add(accessor.asText()));
        return accessors;
    }

    /** Looks a token up as root does. */
    boolean lives(String accessor) {
        try {
            server.write("auth/token/lookup-accessor", "{\"accessor\":\"" + accessor + "\"}");
            return true;
        } catch (IllegalStateException unknown) {
            return false;
        }
    }
}
