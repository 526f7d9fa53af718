package io.claviger.internal.link;

import com.google.common.collect.ImmutableMap;
import io.claviger.Link;
import java.util.HashMap;
import java.util.Map;
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

    /** These links with one in the place of what was there; {@code null} to take it away. */
    OwnerLinks with(String name, @Nullable String environment, @Nullable Link link) {
        if (environment == null) {
            return new OwnerLinks(changed(standard, name, link), byEnvironment);
        }
        Map<String, ImmutableMap<String, LinkBinding>> environments = new HashMap<>(byEnvironment);
        ImmutableMap<String, LinkBinding> links =
                changed(environments.getOrDefault(environment, ImmutableMap.of()), name, link);
        environments.remove(environment);
        if (!links.isEmpty()) {
            environments.put(environment, links);
        }
        return new OwnerLinks(standard, ImmutableMap.copyOf(environments));
    }

    private static ImmutableMap<String, LinkBinding> changed(
            ImmutableMap<String, LinkBinding> links, String name, @Nullable Link link) {
        Map<String, LinkBinding> changed = new HashMap<>(links);
        changed.remove(name);
        if (link != null) {
            changed.put(name, LinkBinding.of(link));
        }
        return ImmutableMap.copyOf(changed);
    }
}
