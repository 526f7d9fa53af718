package io.claviger.provider.hashicorp.internal.kv;

import io.claviger.provider.hashicorp.internal.api.ApiPath;
import io.claviger.provider.hashicorp.internal.api.Denials;
import io.claviger.provider.hashicorp.internal.api.Reply;
import io.claviger.provider.hashicorp.internal.api.VaultApi;
import io.claviger.provider.hashicorp.internal.settings.KvVersion;
import io.claviger.spi.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The mounts of one namespace of one server, each asked for once. A mount never lies inside another one, so the first
 * that a path begins with is its own. Safe for use by several threads.
 */
final class Mounts {

    private static final ApiPath DETECTION = ApiPath.of("sys", "internal", "ui", "mounts");
    private static final int FORBIDDEN = 403;

    private final Map<List<String>, Mount> known = new ConcurrentHashMap<>();
    private final Optional<KvVersion> fallback;

    Mounts(Optional<KvVersion> fallback) {
        this.fallback = fallback;
    }

    /** Returns the mount that a path lies in. */
    Mount of(List<String> path, VaultApi api, Call call) {
        for (int length = 1; length <= path.size(); length++) {
            @Nullable Mount mount = known.get(path.subList(0, length));
            if (mount != null) {
                return mount;
            }
        }
        return detect(path, api, call);
    }

    /** Forgets a mount that did not hold what was looked for: it may have been replaced by one of another kind. */
    void forget(Mount mount) {
        known.remove(mount.path(), mount);
    }

    private Mount detect(List<String> path, VaultApi api, Call call) {
        Reply reply = api.get(DETECTION.then(path), call);
        if (reply.succeeded()) {
            Mount mount = MountReply.mount(reply, path);
            known.put(mount.path(), mount);
            return mount;
        }
        if (reply.status() == FORBIDDEN && reply.isJson() && fallback.isPresent()) {
            return new Mount(path.subList(0, 1), fallback.get());
        }
        throw Denials.failure(reply, api, call);
    }
}
