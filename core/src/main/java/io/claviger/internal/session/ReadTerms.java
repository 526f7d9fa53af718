package io.claviger.internal.session;

import io.claviger.internal.call.Turns;

/**
 * What holds for all reads in one session.
 *
 * @param personal whether what is read stands no longer than the session
 * @param mints whether a read may make the vault create something
 * @param turns how many of the integration may be under way at once
 */
public record ReadTerms(boolean personal, boolean mints, Turns turns) {}
