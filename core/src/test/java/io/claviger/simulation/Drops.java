package io.claviger.simulation;

import io.claviger.simulation.DayLog.Line;
import io.claviger.simulation.Happening.Dropped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The operations after which nothing that was fetched before may be seen. */
final class Drops {

    private final List<Drop> drops = new ArrayList<>();

    /**
     * One such operation.
     *
     * @param cover which secrets it covers
     * @param begun the step at which it began
     * @param done the step at which it had returned
     * @param why what it was
     */
    record Drop(String cover, int begun, int done, String why) {

        private boolean covers(String secret) {
            return cover.isEmpty() || cover.equals(secret) || (cover.endsWith("/") && secret.startsWith(cover));
        }
    }

    void add(Line line, Dropped dropped) {
        drops.add(new Drop(dropped.cover(), dropped.begun(), line.step(), dropped.why()));
    }

    /** An operation that was over before a step and that a read which began before it must not survive. */
    Optional<Drop> between(String secret, int readStart, int served) {
        return drops.stream()
                .filter(drop -> drop.done < served && drop.begun > readStart && drop.covers(secret))
                .findFirst();
    }

    /** Whether anything of that kind was under way at any time between two steps. */
    boolean touch(String secret, int from, int to) {
        return drops.stream().anyMatch(drop -> drop.done >= from && drop.begun <= to && drop.covers(secret));
    }
}
