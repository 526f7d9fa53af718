package io.claviger.model;

import io.claviger.Reason;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What may still be remembered, of the failures of each secret, since it was dropped for the last time. */
final class Recollection {

    private final Map<ModelChannel, Map<String, Set<Reason>>> failures = new HashMap<>();

    void readEverything(Vault vault, ModelChannel channel) {
        for (String path : Secrets.PATHS) {
            Map<String, Set<Reason>> known = failures.computeIfAbsent(channel, key -> new HashMap<>());
            if (!channel.entries.containsKey(path)) {
                channel.entries.put(path, new ModelChannel.Entry(vault.version(path), Duration.ZERO, null));
                known.remove(path);
            }
            remember(vault, known, path);
        }
        remember(vault, failures.computeIfAbsent(channel, key -> new HashMap<>()), Secrets.ABSENT);
    }

    private static void remember(Vault vault, Map<String, Set<Reason>> known, String path) {
        Set<Reason> reasons = known.computeIfAbsent(path, key -> EnumSet.noneOf(Reason.class));
        vault.failure(path).ifPresent(kind -> reasons.add(kind.reason()));
    }

    /** Why a secret may be said not to be there, whether that is still so or not. */
    Set<Reason> of(ModelChannel channel, String path) {
        Set<Reason> reasons = failures.getOrDefault(channel, Map.of()).getOrDefault(path, Set.of());
        return reasons.isEmpty() ? EnumSet.noneOf(Reason.class) : EnumSet.copyOf(reasons);
    }
}
