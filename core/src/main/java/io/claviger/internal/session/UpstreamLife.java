package io.claviger.internal.session;

import io.claviger.TimeSource;
import io.claviger.internal.time.Nanos;
import java.time.Duration;

/**
 * How long a vault may keep alive what it made, counted from its answer by the monotonic clock. That clock never runs ahead,
 * and at worst stood still in suspend: what is over by it is over in the vault too, even if somebody set a clock.
 */
final class UpstreamLife {

    private final TimeSource time;
    private final Duration usual;
    private volatile Span span;

    UpstreamLife(TimeSource time, Duration length) {
        this.time = time;
        this.usual = length;
        this.span = new Span(time.nanoTime(), Nanos.of(length));
    }

    /** The vault has answered just now that it lasts longer. */
    void renewed(Duration length) {
        Span renewed = new Span(time.nanoTime(), Nanos.of(length));
        if (renewed.left(renewed.since) > span.left(renewed.since)) {
            span = renewed;
        }
    }

    /** The vault was asked to let it last longer, and whether it has done so is not known. */
    void perhapsRenewed() {
        renewed(usual);
    }

    boolean over() {
        return left() <= 0;
    }

    /** Returns the nanoseconds that are left; none or fewer if it is over. */
    long left() {
        return span.left(time.nanoTime());
    }

    private record Span(long since, long length) {

        long left(long now) {
            return length - (now - since);
        }
    }
}
