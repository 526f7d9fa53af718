package io.claviger.provider.hashicorp.internal.kv;

import io.claviger.SecretSnapshot;
import io.claviger.provider.hashicorp.internal.api.Denials;
import io.claviger.provider.hashicorp.internal.api.Json;
import io.claviger.provider.hashicorp.internal.api.Reply;
import io.claviger.provider.hashicorp.internal.api.VaultApi;
import io.claviger.spi.Call;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.time.Duration;
import java.util.Optional;

/** Reads the engine that keeps one value. */
final class KvOne {

    private KvOne() {}

    static SecretSnapshot read(KvSecret secret, VaultApi api, Call call) {
        if (secret.version().isPresent()) {
            // the server would ignore it and give the current value
            throw VaultFailure.of(
                    Kind.MISCONFIGURED,
                    "This engine keeps no versions; drop the version from the reference, or upgrade the engine.");
        }
        Reply reply = api.get(secret.plain(), call);
        if (!reply.succeeded()) {
            throw Denials.failure(reply, api, call);
        }
        Json data = reply.require("data");
        SecretSnapshot.Builder snapshot = Snapshots.of(data);
        lifetime(reply, data).ifPresent(snapshot::lifetime);
        return snapshot.build();
    }

    /** Without a key of the secret that sets it, the duration is a constant of the server and says nothing. */
    private static Optional<Duration> lifetime(Reply reply, Json data) {
        boolean own = data.member("ttl").isPresent() || data.member("lease").isPresent();
        return reply.member("lease_duration")
                .flatMap(Json::number)
                .filter(seconds -> own && seconds > 0)
                .map(Duration::ofSeconds);
    }
}
