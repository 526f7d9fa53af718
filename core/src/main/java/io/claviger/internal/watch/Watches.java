package io.claviger.internal.watch;

import io.claviger.ChangeListener;
import io.claviger.internal.call.BoundedCalls;
import io.claviger.internal.time.Agenda;
import io.claviger.internal.time.LifeClock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The watches of one manager. */
public final class Watches {

    private final Agenda agenda;
    private final LifeClock clock;
    private final BoundedCalls calls;
    private final Contents contents = new Contents();
    private final List<Watch> open = new CopyOnWriteArrayList<>();

    /**
     * Creates an empty set of watches.
     *
     * @param agenda says when to look again after a failure
     * @param clock measures the rest until then
     * @param calls runs the looks and the listeners
     */
    public Watches(Agenda agenda, LifeClock clock, BoundedCalls calls) {
        this.agenda = agenda;
        this.clock = clock;
        this.calls = calls;
    }

    /**
     * Begins a watch.
     *
     * @param look finds out what the names resolve to, except for those that it is given
     * @param listener is told when content has changed
     * @return the watch
     */
    public Watch open(Function<Set<String>, CompletableFuture<Map<String, Sighting>>> look, ChangeListener listener) {
        Watch watch = new Watch(this, look, listener);
        open.add(watch);
        watch.check();
        return watch;
    }

    /** Has every watch look soon, because something in the manager was changed. */
    public void recheck() {
        open.forEach(Watch::checkAll);
    }

    /** Ends all watches. */
    public void close() {
        open.forEach(Watch::close);
    }

    Agenda agenda() {
        return agenda;
    }

    long now() {
        return clock.nanos();
    }

    Contents contents() {
        return contents;
    }

    void execute(Runnable work) {
        calls.execute(work);
    }

    void closed(Watch watch) {
        open.remove(watch);
    }
}
