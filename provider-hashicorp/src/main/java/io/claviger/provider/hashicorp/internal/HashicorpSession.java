package io.claviger.provider.hashicorp.internal;

import io.claviger.SecretSnapshot;
import io.claviger.provider.hashicorp.internal.api.ApiPath;
import io.claviger.provider.hashicorp.internal.api.Denials;
import io.claviger.provider.hashicorp.internal.api.Refusal;
import io.claviger.provider.hashicorp.internal.api.Reply;
import io.claviger.provider.hashicorp.internal.kv.KvSecrets;
import io.claviger.provider.hashicorp.internal.login.Grant;
import io.claviger.provider.hashicorp.internal.login.TokenRenewal;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Somebody logged in. */
final class HashicorpSession implements Session {

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final Grant grant;
    private final KvSecrets secrets;

    HashicorpSession(Grant grant, KvSecrets secrets) {
        this.grant = grant;
        this.secrets = secrets;
    }

    @Override
    public SecretSnapshot read(Locator locator, Call call) {
        try {
            return secrets.read(locator, grant.api(), call);
        } catch (VaultFailure e) {
            // key-value engines create nothing when they are read
            throw e.nothingCreated();
        }
    }

    @Override
    public Optional<Duration> lifetime() {
        return grant.lifetime();
    }

    @Override
    public boolean renewable() {
        return grant.renewable();
    }

    @Override
    public Optional<Duration> renew(Call call) {
        return TokenRenewal.of(grant.api(), call);
    }

    @Override
    public Optional<String> identity() {
        return grant.identity();
    }

    @Override
    public boolean revoke(Call call) {
        return grant.minted() && revokeMinted(call);
    }

    private boolean revokeMinted(Call call) {
        Reply reply = grant.api().post(ApiPath.REVOKE_SELF, NOTHING, call);
        if (reply.succeeded()) {
            return true;
        }
        if (cannotBeRevoked(reply) || hasEnded(reply)) {
            return false;
        }
        throw Denials.failure(reply, grant.api(), call);
    }

    /** A batch token lives in no store: it ends by its time alone. */
    private static boolean cannotBeRevoked(Reply reply) {
        return reply.status() == 400 && reply.complains("batch tokens cannot be revoked");
    }

    private static boolean hasEnded(Reply reply) {
        return reply.status() == 403 && Refusal.of(reply) == Refusal.DEAD_TOKEN;
    }

    @Override
    public String toString() {
        return "HashicorpSession";
    }
}
