package io.claviger.internal.session;

import com.google.common.math.LongMath;
import io.claviger.TimeSource;
import io.claviger.internal.time.Agenda;
import io.claviger.internal.time.Nanos;
import io.claviger.spi.Session;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A session and how long it lives, by the life clock. */
final class HeldSession {

    private static final long NO_END = Long.MAX_VALUE;

    private final Session session;
    private final Optional<String> identity;
    private final boolean renewable;
    private final long since;
    private final long longest;
    // empty if the vault names no end
    private final Optional<UpstreamLife> upstream;
    // in nanoseconds after the login
    private volatile long life;
    private volatile Agenda.@Nullable Item renewal;
    private volatile Agenda.@Nullable Item end;
    private volatile boolean stopped;
    private volatile boolean used;
    private volatile boolean renewing;

    /**
     * Holds a session, after asking it what it says of itself.
     *
     * @param session the session
     * @param since when its login began
     * @param limit how long it may live at most, whatever its vault says; empty for no limit
     * @param time the clocks
     */
    HeldSession(Session session, long since, Optional<Duration> limit, TimeSource time) {
        this.session = session;
        this.identity = session.identity();
        this.renewable = session.renewable();
        this.since = since;
        this.longest = limit.map(Nanos::of).orElse(NO_END);
        Optional<Duration> lifetime = session.lifetime();
        this.upstream = lifetime.map(length -> new UpstreamLife(time, length));
        this.life = Math.min(longest, lifetime.map(Nanos::of).orElse(NO_END));
    }

    Session session() {
        return session;
    }

    Optional<String> identity() {
        return identity;
    }

    boolean renewable() {
        return renewable;
    }

    /** Its vault has done something in it; returns whether that is news. */
    boolean firstUse() {
        boolean first = !used;
        used = true;
        return first;
    }

    /** Whether its vault has ever accepted it. */
    boolean used() {
        return used;
    }

    boolean validAt(long now) {
        return now - since < life;
    }

    boolean endless() {
        return life == NO_END;
    }

    long endsAt() {
        return since + life;
    }

    long left(long now) {
        return since + life - now;
    }

    /** The vault has renewed it; returns whether that made a difference. */
    boolean renewed(long now, Duration length, long worthwhile) {
        long until = Math.min(longest, LongMath.saturatedAdd(now - since, Nanos.of(length)));
        upstream.ifPresent(lifetime -> lifetime.renewed(length));
        boolean longer = until - life >= worthwhile;
        life = Math.max(life, until);
        return longer;
    }

    /** Says whether its vault is being asked to renew it. */
    void renewing(boolean asked) {
        renewing = asked;
    }

    /** Its vault was asked to renew it, and whether it has done so is not known. */
    void perhapsRenewed() {
        upstream.ifPresent(UpstreamLife::perhapsRenewed);
    }

    /** Its vault has renewed it, and said so too late for any use. */
    void renewedLate(Duration length) {
        upstream.ifPresent(lifetime -> lifetime.renewed(length));
    }

    /** Whether its vault may still accept it, however long it is to be used. */
    boolean mayLiveInVault() {
        return renewing || !upstream.map(UpstreamLife::over).orElse(false);
    }

    void planned(Agenda.@Nullable Item renewing, Agenda.@Nullable Item ending) {
        renewal = renewing;
        end = ending;
    }

    /** Nothing is to be planned for it any more. */
    void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }

    Agenda.@Nullable Item renewal() {
        return renewal;
    }

    Agenda.@Nullable Item end() {
        return end;
    }
}
