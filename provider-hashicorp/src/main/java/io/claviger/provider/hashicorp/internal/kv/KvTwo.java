package io.claviger.provider.hashicorp.internal.kv;

import io.claviger.SecretSnapshot;
import io.claviger.provider.hashicorp.internal.api.Denials;
import io.claviger.provider.hashicorp.internal.api.Json;
import io.claviger.provider.hashicorp.internal.api.Reply;
import io.claviger.provider.hashicorp.internal.api.VaultApi;
import io.claviger.spi.Call;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads the engine that keeps versions. */
final class KvTwo {

    private KvTwo() {}

    static SecretSnapshot read(KvSecret secret, VaultApi api, Call call) {
        Reply reply = api.get(secret.below("data").version(secret.version().orElse(null)), call);
        if (!reply.succeeded()) {
            throw failure(reply, secret, api, call);
        }
        return snapshot(reply.require("data"), call);
    }

    private static SecretSnapshot snapshot(Json data, Call call) {
        Json metadata = data.member("metadata").orElseThrow(Reply::notUnderstood);
        SecretSnapshot.Builder snapshot = Snapshots.of(data.member("data").orElseThrow(Reply::notUnderstood));
        metadata.member("version").map(Json::text).ifPresent(snapshot::version);
        metadata.member("deletion_time")
                .flatMap(Json::string)
                .map(time -> untilDeletion(time, call))
                .ifPresent(snapshot::lifetime);
        return snapshot.build();
    }

    private static Duration untilDeletion(String time, Call call) {
        try {
            Duration left = Duration.between(call.time().now(), Instant.parse(time));
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeException e) {
            throw Reply.notUnderstood();
        }
    }

    /** A missing secret and a missing version look alike: one more request tells them apart. */
    private static VaultFailure failure(Reply reply, KvSecret secret, VaultApi api, Call call) {
        VaultFailure failure = Denials.failure(reply, api, call);
        boolean versionMissing =
                failure.kind() == Kind.NOT_FOUND && secret.version().isPresent() && exists(secret, api, call);
        return versionMissing
                ? VaultFailure.of(
                        Kind.VERSION_NOT_FOUND,
                        "The secret has no such version, or it is no longer kept; link to one that it has.")
                : failure;
    }

    private static boolean exists(KvSecret secret, VaultApi api, Call call) {
        Optional<Boolean> byMetadata = existence(api.get(secret.below("metadata"), call));
        return byMetadata.orElseGet(
                () -> existence(api.get(secret.below("data"), call)).orElse(false));
    }

    /** A deleted secret exists; an answer that is neither yes nor no is empty. */
    private static Optional<Boolean> existence(Reply reply) {
        if (reply.succeeded()) {
            return Optional.of(true);
        }
        return reply.status() == 404 ? Optional.of(reply.member("data").isPresent()) : Optional.empty();
    }
}
