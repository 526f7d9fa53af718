package io.claviger.simulation;

import io.claviger.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that happened in a simulated day, as a host or a vault saw it. Secrets are written {@code alias/path}; what
 * is covered by a reset is written {@code alias/path} for one secret, {@code alias/} for one integration, and empty for all.
 */
sealed interface Happening {

    /** The day begins under a policy. */
    record Begun(Duration expiration, Duration stale, Duration absence, int attempts, Duration longestSession)
            implements Happening {}

    /** The expiration was changed. */
    record ExpirationSet(Duration expiration) implements Happening {}

    /** A host asked for a secret; the secret is empty if its name is not to be resolved now. */
    record Asked(int call, String how, Optional<String> secret) implements Happening {}

    /** A host was given what a read had brought. */
    record Served(int call, int read, boolean stale) implements Happening {}

    /** A host was given a reason instead. */
    record Refused(int call, Optional<String> secret, Reason reason) implements Happening {}

    /** The manager was told to do something, after which watches look again. */
    record Managed(String what) implements Happening {}

    /** What was fetched before is not to be seen any more: the operation began at one step, and has returned now. */
    record Dropped(String cover, int begun, String why) implements Happening {}

    /** An integration was disconnected. */
    record Disconnected(String alias) implements Happening {}

    /** An integration is about to be connected. */
    record Connecting(String alias) implements Happening {}

    /** A read reached its vault. */
    record ReadStarted(int read, String secret, int session) implements Happening {}

    /** The vault has answered a read, perhaps too late for anybody to wait for it. */
    record ReadEnded(int read, Answer answer, boolean late, boolean nothingCreated) implements Happening {}

    /** What a read brought lasts only so long. */
    record Announced(int read, Duration lifetime) implements Happening {}

    /** A login reached its vault. */
    record LoginStarted(int session, String alias, int key) implements Happening {}

    /** The vault has answered a login. */
    record LoginEnded(int session, Answer answer, boolean late, Optional<Duration> lifetime) implements Happening {}

    /** The vault made a session last longer. */
    record SessionRenewed(int session, Duration lifetime) implements Happening {}

    /** The vault said that it does not accept a session any more. */
    record ToldDead(int session) implements Happening {}

    /** A session is over in its vault, and the leases that were made in it. */
    record SessionOver(int session, String why) implements Happening {}

    /** The vault was asked to end a session. */
    record SessionRevocationAsked(int session) implements Happening {}

    /** A read made a credential. */
    record Minted(int read, String lease, int session, Duration length) implements Happening {}

    /** A lease lasts longer. */
    record LeaseRenewed(String lease, Duration length) implements Happening {}

    /** The vault was asked to end a lease. */
    record RevocationAsked(String lease) implements Happening {}

    /** A lease is over. */
    record LeaseRevoked(String lease) implements Happening {}

    /** Secrets have new content. */
    record Rotated(String secret, int version) implements Happening {}

    /** A name leads to a secret from now on. */
    record Linked(String name, String secret) implements Happening {}

    /** A watch was closed. */
    record WatchClosed(int watch) implements Happening {}

    /** A watch was opened. */
    record WatchOpened(int watch, Set<String> names) implements Happening {}

    /** A watch told of changes: the reads that brought what it tells of, by name. */
    record Told(int watch, Set<String> changed, Map<String, Integer> reads) implements Happening {}

    /** After a calm evening: the secret that each name of an open watch leads to. */
    record Evening(Map<Integer, Map<String, String>> watches) implements Happening {}

    /** The machine was asleep. */
    record Slept(Duration duration) implements Happening {}

    /** The wall clock was set. */
    record WallSet(Duration shift) implements Happening {}

    /** Some time in which no host did anything. */
    record Quiet(Duration length, long wakeUps, long cached, long upstreamCalls) implements Happening {}

    /** The day is over, and the manager closed. */
    record Closed(long wakeUps) implements Happening {}

    /** What a vault says to a call. */
    enum Answer {
        GIVEN,
        UNAVAILABLE,
        THROTTLED,
        DEFINITE,
        SESSION_ENDED,
        REFUSED;

        boolean passing() {
            return this == UNAVAILABLE || this == THROTTLED;
        }
    }
}
