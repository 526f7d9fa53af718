package io.claviger.model;

import java.util.ArrayList;
import java.util.List;

/** Leaves out steps of a failing sequence, large parts first, as long as it fails. */
final class Shrinker {

    private Trial smallest;

    private Shrinker(Trial failing) {
        this.smallest = failing;
    }

    static Trial shrunk(Trial failing) {
        Shrinker shrinker = new Shrinker(failing);
        shrinker.shrink();
        return shrinker.smallest;
    }

    private void shrink() {
        int part = Math.max(1, smallest.steps().size() / 2);
        while (part > 0) {
            boolean smaller = leaveOut(part);
            part = smaller ? Math.min(part, smallest.steps().size()) : part / 2;
        }
    }

    private boolean leaveOut(int part) {
        boolean smaller = false;
        // from the end: what comes late depends on what comes before
        for (int to = smallest.steps().size(); to > 0; to -= part) {
            List<Step> fewer = new ArrayList<>(smallest.steps());
            fewer.subList(Math.max(0, to - part), to).clear();
            Trial candidate = smallest.with(fewer);
            if (candidate.run().isPresent()) {
                smallest = candidate;
                smaller = true;
            }
        }
        return smaller;
    }
}
