package io.claviger.internal.link;

import com.google.common.collect.ImmutableMap;
import io.claviger.Link;
import io.claviger.LinkId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The links of one owner at one instant: the default ones, and those of each environment. Immutable. */
final class OwnerLinks {

    static final OwnerLinks NONE = new OwnerLinks(ImmutableMap.of(), ImmutableMap.of());

    private final ImmutableMap<String, LinkBinding> standard;
    private final ImmutableMap<String, ImmutableMap<String, LinkBinding>> byEnvironment;

    private OwnerLinks(
            ImmutableMap<String, LinkBinding> standard,
            ImmutableMap<String, ImmutableMap<String, LinkBinding>> byEnvironment) {
        this.standard = standard;
        this.byEnvironment = byEnvironment;
    }

    /** What a name means in an environment: its link there, or the default one if that may stand in. */
    @Nullable
    LinkBinding find(String name, @Nullable String environment) {
        if (environment == null) {
            return standard.get(name);
        }
        LinkBinding exact = exact(name, environment);
        if (exact != null) {
            return exact;
        }
        LinkBinding fallback = standard.get(name);
        return fallback != null && fallback.link().fallback() ? fallback : null;
    }

    /** The link of exactly this environment. */
    @Nullable
    LinkBinding exact(String name, @Nullable String environment) {
        if (environment == null) {
            return standard.get(name);
        }
        ImmutableMap<String, LinkBinding> links = byEnvironment.get(environment);
        return links == null ? null : links.get(name);
    }

    /** Whether the name is linked in any environment. */
    boolean knows(String name) {
        return standard.containsKey(name) || byEnvironment.values().stream().anyMatch(links -> links.containsKey(name));
    }

    Stream<LinkBinding> all() {
        return Stream.concat(
                standard.values().stream(), byEnvironment.values().stream().flatMap(links -> links.values().stream()));
    }

    /** These links with some in the place of what was there; empty to take one away. */
    OwnerLinks with(Map<LinkId, Optional<Link>> changes) {
        Map<String, LinkBinding> defaults = new HashMap<>(standard);
        Map<String, Map<String, LinkBinding>> environments = new HashMap<>();
        byEnvironment.forEach((environment, links) -> environments.put(environment, new HashMap<>(links)));
        changes.forEach((id, link) -> put(
                id.environment()
                        .map(environment -> environments.computeIfAbsent(environment, key -> new HashMap<>()))
                        .orElse(defaults),
                id.name(),
                link));
        return new OwnerLinks(ImmutableMap.copyOf(defaults), frozen(environments));
    }

    private static void put(Map<String, LinkBinding> links, String name, Optional<Link> link) {
        link.map(LinkBinding::of).ifPresentOrElse(binding -> links.put(name, binding), () -> links.remove(name));
    }

    private static ImmutableMap<String, ImmutableMap<String, LinkBinding>> frozen(
            Map<String, Map<String, LinkBinding>> environments) {
        ImmutableMap.Builder<String, ImmutableMap<String, LinkBinding>> frozen = ImmutableMap.builder();
        environments.forEach((environment, links) -> {
            if (!links.isEmpty()) {
                frozen.put(environment, ImmutableMap.copyOf(links));
            }
        });
        return frozen.buildOrThrow();
    }
}
