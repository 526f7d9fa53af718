package io.claviger.provider.hashicorp.internal.kv;

import io.claviger.SecretSnapshot;
import io.claviger.provider.hashicorp.internal.api.VaultApi;
import io.claviger.provider.hashicorp.internal.settings.KvVersion;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads secrets of key-value engines of either version, wherever they are mounted. Safe for use by several threads. */
public final class KvSecrets {

    /** What a mount that was replaced by one of another kind answers. */
    private static final Set<Kind> MAY_BE_REMOUNTED =
            Set.of(Kind.NOT_FOUND, Kind.VERSION_NOT_FOUND, Kind.MISCONFIGURED);

    private final Mounts mounts;

    /**
     * Creates a reader for one namespace of one server.
     *
     * @param fallback the version of engines where the server does not tell it
     */
    public KvSecrets(Optional<KvVersion> fallback) {
        this.mounts = new Mounts(fallback);
    }

    /**
     * Reads one secret.
     *
     * @param locator mount and path, and the version if one is asked for
     * @param api the interface with the token of a session
     * @param call deadline and cancellation
     * @return the secret
     * @throws VaultFailure if there is none to be had
     */
    public SecretSnapshot read(Locator locator, VaultApi api, Call call) {
        Mount mount = mounts.of(locator.path(), api, call);
        try {
            return read(mount, secret(mount, locator), api, call);
        } catch (VaultFailure e) {
            if (MAY_BE_REMOUNTED.contains(e.kind())) {
                mounts.forget(mount);
            }
            throw e;
        }
    }

    private static SecretSnapshot read(Mount mount, KvSecret secret, VaultApi api, Call call) {
        return switch (mount.version()) {
            case ONE -> KvOne.read(secret, api, call);
            case TWO -> KvTwo.read(secret, api, call);
        };
    }

    private static KvSecret secret(Mount mount, Locator locator) {
        List<String> path =
                locator.path().subList(mount.path().size(), locator.path().size());
        if (path.isEmpty()) {
            throw VaultFailure.of(
                    Kind.MISCONFIGURED, "The reference names an engine and no secret in it; add the path of one.");
        }
        return new KvSecret(mount.path(), path, locator.parameter("version"));
    }
}
