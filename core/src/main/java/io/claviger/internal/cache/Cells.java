package io.claviger.internal.cache;

import io.claviger.spi.Locator;
import java.util.HashMap;
import java.util.Map;

/** Several places that are read together. */
public final class Cells {

    // comparing each with each takes no memory, which is what counts for a few
    private static final int FEW = 64;

    private Cells() {}

    /**
     * Tells whether values that were just read from some places were all cached at one instant, and fields of one secret are
     * from one read of it (C10). A place that was filled when it was read and still is was filled all the time between.
     *
     * @param cells the places, each of which gave a value
     * @param count how many there are
     * @return {@code false} if any was emptied since, or a secret was just replaced by a newer read
     */
    public static boolean ofOneInstant(Cell[] cells, int count) {
        return ofOneRead(cells, count) && stillFilled(cells, count);
    }

    private static boolean stillFilled(Cell[] cells, int count) {
        for (int i = 0; i < count; i++) {
            if (!cells[i].filled()) {
                return false;
            }
        }
        return true;
    }

    // while a read is being replaced by a newer one, both may be there for a moment
    private static boolean ofOneRead(Cell[] cells, int count) {
        return count <= FEW ? pairwise(cells, count) : byMap(cells, count);
    }

    private static boolean pairwise(Cell[] cells, int count) {
        for (int i = 1; i < count; i++) {
            for (int j = 0; j < i; j++) {
                if (cells[i].isOfAnotherReadThan(cells[j])) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean byMap(Cell[] cells, int count) {
        Map<Secret, Entry> reads = new HashMap<>();
        for (int i = 0; i < count; i++) {
            Entry read = cells[i].entry();
            Entry other = read == null ? null : reads.putIfAbsent(new Secret(read.scope(), read.locator()), read);
            if (other != null && cells[i].entry() != other) {
                return false;
            }
        }
        return true;
    }

    private record Secret(CacheScope scope, Locator locator) {}
}
