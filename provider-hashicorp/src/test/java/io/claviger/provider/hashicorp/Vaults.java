package io.claviger.provider.hashicorp;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.Settings;
import io.claviger.TimeSource;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.testservers.OpenBao;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests of this module say often. */
final class Vaults {

    private static final TimeSource TIME = TimeSource.system();

    private Vaults() {}

    static Call call() {
        return within(Duration.ofSeconds(10));
    }

    static Call within(Duration timeout) {
        return Call.within(timeout, TIME);
    }

    static VaultClient open(URI address, String... namesAndValues) {
        Settings settings = Settings.of("address", address.toString());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings = settings.with(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new HashicorpProvider().open(settings);
    }

    /** Returns a session of root. */
    static Session root(OpenBao server, String... settings) {
        return session(server, server.rootToken(), settings);
    }

    static Session session(OpenBao server, String token, String... settings) {
        return open(server.address(), settings).authenticate(HashicorpCredentials.token(token), call());
    }

    /** Returns a token of a policy, made of a path of the interface and its capabilities; without limit of life. */
    static String token(OpenBao server, String path, String... capabilities) {
        return createToken(server, "\"policies\":[\"" + policy(server, path, capabilities) + "\"]");
    }

    static String createToken(OpenBao server, String members) {
        return server.write("auth/token/create", "{" + members + "}")
                .at("/auth/client_token")
                .asText();
    }

    static String policy(OpenBao server, String path, String... capabilities) {
        String name = unique("policy");
        String rule =
                "path \\\"" + path + "\\\" { capabilities = [\\\"" + String.join("\\\",\\\"", capabilities) + "\\\"] }";
        server.write("sys/policies/acl/" + name, "{\"policy\":\"" + rule + "\"}");
        return name;
    }

    /** Mounts a key-value engine of version 1 or 2 under a name of its own. */
    static String mount(OpenBao server, int version) {
        String name = unique("kv");
        server.mountKeyValue(name, version);
        return name;
    }

    static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    /** Returns what a path in the syntax of the interface names. */
    static Locator at(String path) {
        return locator(SecretReference.of("vault", path.split("/")));
    }

    static Locator at(String path, int version) {
        return locator(SecretReference.of("vault", path.split("/")).withParameter("version", "" + version));
    }

    static Locator at(List<String> path) {
        return locator(SecretReference.of("vault", path.toArray(new String[0])));
    }

    private static Locator locator(SecretReference reference) {
        try (VaultClient client = open(URI.create("http://127.0.0.1:1"))) {
            return client.locate(reference).locator();
        }
    }

    static SecretSnapshot read(Session session, String path) {
        return session.read(at(path), call());
    }

    static String text(SecretSnapshot snapshot, String field) {
        return snapshot.field(field).orElseThrow().revealText();
    }

    static VaultFailure failure(ThrowingCallable action) {
        return catchThrowableOfType(VaultFailure.class, action);
    }

    /** Tries again and again until the server's own clock makes an action fail, for 10 seconds at most. */
    static VaultFailure firstFailure(ThrowingCallable action) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() - end < 0) {
            VaultFailure failure = failure(action);
            if (failure != null) {
                return failure;
            }
        }
        throw new AssertionError("nothing failed for 10 seconds");
    }
}
