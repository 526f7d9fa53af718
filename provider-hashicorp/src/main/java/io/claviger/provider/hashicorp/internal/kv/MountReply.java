package io.claviger.provider.hashicorp.internal.kv;

import io.claviger.provider.hashicorp.internal.api.Json;
import io.claviger.provider.hashicorp.internal.api.Reply;
import io.claviger.provider.hashicorp.internal.settings.KvVersion;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.util.List;
import java.util.Set;

/** Reads what the server says about the mount of a path. */
final class MountReply {

    private static final Set<String> KEY_VALUE = Set.of("kv", "generic");

    private MountReply() {}

    static Mount mount(Reply reply, List<String> path) {
        Json data = reply.require("data");
        List<String> mount = segments(text(data, "path"));
        if (mount.size() > path.size() || !path.subList(0, mount.size()).equals(mount)) {
            throw Reply.notUnderstood();
        }
        if (!KEY_VALUE.contains(text(data, "type"))) {
            throw VaultFailure.of(
                    Kind.MISCONFIGURED,
                    "The engine of this path is not a key-value engine, and others are not supported yet; link to a"
                            + " key-value secret.");
        }
        return new Mount(mount, version(data));
    }

    private static KvVersion version(Json data) {
        boolean versioned = data.member("options")
                .flatMap(options -> options.member("version"))
                .map(Json::text)
                .filter("2"::equals)
                .isPresent();
        return versioned ? KvVersion.TWO : KvVersion.ONE;
    }

    private static List<String> segments(String path) {
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return List.of(bare.split("/", -1));
    }

    private static String text(Json data, String name) {
        return data.member(name).flatMap(Json::string).orElseThrow(Reply::notUnderstood);
    }
}
