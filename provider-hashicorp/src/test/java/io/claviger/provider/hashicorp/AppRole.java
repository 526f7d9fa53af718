package io.claviger.provider.hashicorp;

import io.claviger.testservers.OpenBao;

/** An AppRole login at a path of its own. */
final class AppRole {

    private final OpenBao server;
    private final String mount = Vaults.unique("approle");

    /** Creates a role whose tokens have the given members, {@code "token_ttl":"10m"} for example. */
    AppRole(OpenBao server, String members) {
        this.server = server;
        server.write("sys/auth/" + mount, "{\"type\":\"approle\"}");
        server.write("auth/" + mount + "/role/app", "{" + members + "}");
    }

    String mount() {
        return mount;
    }

    String roleId() {
        return server.read("auth/" + mount + "/role/app/role-id")
                .at("/data/role_id")
                .asText();
    }

    String newSecretId() {
        return server.write("auth/" + mount + "/role/app/secret-id", "{}")
                .at("/data/secret_id")
                .asText();
    }

    HashicorpCredentials credentials() {
        return HashicorpCredentials.appRole(roleId(), newSecretId());
    }
}
