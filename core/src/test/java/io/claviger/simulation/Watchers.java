package io.claviger.simulation;

import io.claviger.IntegrationManager;
import io.claviger.SecretChange;
import io.claviger.SecretResolver;
import io.claviger.SecretWatch;
import io.claviger.simulation.Happening.Evening;
import io.claviger.simulation.Happening.Told;
import io.claviger.simulation.Happening.WatchClosed;
import io.claviger.simulation.Happening.WatchOpened;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Those who want to be told of changes. */
final class Watchers {

    private static final int MOST_OPEN = 12;

    /** How many names each has at most. */
    static final int MOST_NAMES = 3;

    private final World world;
    private final Names names;
    private final SecretResolver resolver;
    private final Map<Integer, SecretWatch> open = new TreeMap<>();
    private int opened;

    Watchers(World world, Names names, IntegrationManager manager) {
        this.world = world;
        this.names = names;
        this.resolver = manager.resolver();
    }

    /** Opens a watch, or closes one. */
    void change() {
        if (open.size() >= MOST_OPEN || (!open.isEmpty() && world.oneIn(3))) {
            Integer some = new ArrayList<>(open.keySet()).get(world.random().nextInt(open.size()));
            open.remove(some).close();
            world.log(new WatchClosed(some));
        } else {
            open(world.random().nextInt(1, MOST_NAMES + 1));
        }
    }

    private void open(int count) {
        Set<String> watched = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            watched.add(names.name());
        }
        int number = opened++;
        world.log(new WatchOpened(number, watched));
        open.put(
                number,
                count == 1
                        ? resolver.bind(watched.iterator().next()).onChange(change -> told(number, change))
                        : resolver.watch(watched, change -> told(number, change)));
    }

    private void told(int watch, SecretChange change) {
        Map<String, Integer> reads = new TreeMap<>();
        change.resolutions()
                .forEach((name, resolution) ->
                        resolution.value().ifPresent(value -> reads.put(name, world.readOf(value))));
        world.log(new Told(watch, new TreeSet<>(change.names()), reads));
    }

    /** Says what each open watch should know by now. */
    void evening() {
        Map<Integer, Map<String, String>> known = new TreeMap<>();
        open.forEach((number, watch) -> {
            Map<String, String> secrets = new TreeMap<>();
            watch.names().forEach(name -> secrets.put(name, names.links().get(name)));
            known.put(number, secrets);
        });
        world.log(new Evening(known));
    }
}
