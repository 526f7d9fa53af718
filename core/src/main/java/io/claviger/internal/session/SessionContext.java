package io.claviger.internal.session;

import io.claviger.TimeSource;
import io.claviger.internal.call.BoundedCalls;
import io.claviger.internal.call.Retries;
import io.claviger.internal.time.Agenda;
import io.claviger.internal.time.LifeClock;
import java.time.Duration;
import java.util.Optional;

/**
 * What all sessions of one manager share.
 *
 * @param time measures deadlines
 * @param clock measures lives
 * @param agenda says when a session is to be renewed or over
 * @param calls runs what asks vaults
 * @param retries tries again what a vault could not do for the moment
 * @param timeout how long a login, renewal or background read may take
 * @param longestSession how long sessions may live at most; empty for as long as their vault says
 * @param readsAtOnce how many reads of one integration may be under way at once
 */
public record SessionContext(
        TimeSource time,
        LifeClock clock,
        Agenda agenda,
        BoundedCalls calls,
        Retries retries,
        Duration timeout,
        Optional<Duration> longestSession,
        int readsAtOnce) {}
