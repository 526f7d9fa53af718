package io.claviger.internal.manager;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.claviger.ChangeListener;
import io.claviger.Resolution;
import io.claviger.SecretWatch;
import io.claviger.internal.watch.Sighting;
import io.claviger.internal.watch.Watch;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A watch of names, each look at which sees the links of one instant and fields of one read (C10). */
final class NameWatch implements SecretWatch {

    private final ViewResolver resolver;
    private final Set<String> names;
    private final Watch watch;

    NameWatch(ManagerCore core, ViewResolver resolver, Collection<String> names, ChangeListener listener) {
        this.resolver = resolver;
        this.names = ImmutableSet.copyOf(names);
        this.watch = core.watches().open(this::look, listener);
    }

    private CompletableFuture<Map<String, Sighting>> look(Set<String> resting) {
        NamedReads reads = resolver.newReads();
        Map<String, CompletableFuture<Sighting>> looks = new HashMap<>();
        Sets.difference(names, resting).forEach(name -> looks.put(name, reads.sighting(name)));
        return CompletableFuture.allOf(looks.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> joined(looks));
    }

    private static Map<String, Sighting> joined(Map<String, CompletableFuture<Sighting>> looks) {
        Map<String, Sighting> sightings = new HashMap<>();
        looks.forEach((name, look) -> sightings.put(name, look.join()));
        return sightings;
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public Map<String, Resolution> current() {
        return resolver.resolveAll(names);
    }

    @Override
    public void close() {
        watch.close();
    }
}
