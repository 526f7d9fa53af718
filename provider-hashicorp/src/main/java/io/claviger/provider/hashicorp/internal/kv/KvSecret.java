package io.claviger.provider.hashicorp.internal.kv;

import io.claviger.provider.hashicorp.internal.api.ApiPath;
import java.util.List;
import java.util.Optional;

/**
 * One secret of a key-value engine.
 *
 * @param mount the segments of the mount
 * @param path the segments of the path inside it
 * @param version the version that is asked for; empty for the current one
 */
record KvSecret(List<String> mount, List<String> path, Optional<String> version) {

    /** Its path where the engine keeps no versions. */
    ApiPath plain() {
        return ApiPath.of(mount).then(path);
    }

    /** Its path below a branch of a versioned engine: {@code data} or {@code metadata}. */
    ApiPath below(String branch) {
        return ApiPath.of(mount).then(branch).then(path);
    }
}
