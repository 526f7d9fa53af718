package io.claviger.simulation;

import io.claviger.simulation.Happening.Linked;
import io.claviger.simulation.Happening.WatchClosed;
import io.claviger.simulation.Happening.WatchOpened;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many watches there were on each secret, in the course of a day. */
final class OpenWatches {

    private final Map<String, String> links = new HashMap<>();
    private final Map<Integer, Set<String>> open = new HashMap<>();
    private final TreeMap<Integer, Map<String, Integer>> counts = new TreeMap<>();

    void add(int step, Happening what) {
        if (what instanceof Linked linked) {
            links.put(linked.name(), linked.secret());
            count(step);
        } else if (what instanceof WatchOpened opened) {
            open.put(opened.watch(), opened.names());
            count(step);
        } else if (what instanceof WatchClosed closed) {
            open.remove(closed.watch());
            count(step);
        }
    }

    private void count(int step) {
        Map<String, Integer> now = new HashMap<>();
        open.values().forEach(names -> names.forEach(name -> now.merge(links.get(name), 1, Integer::sum)));
        counts.put(step, now);
    }

    /** How many there were on a secret at most between two steps. */
    int most(String secret, int from, int to) {
        Integer before = counts.floorKey(from);
        return counts.subMap(before == null ? from : before, true, to, true).values().stream()
                .mapToInt(count -> count.getOrDefault(secret, 0))
                .max()
                .orElse(0);
    }
}
