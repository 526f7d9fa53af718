package io.claviger.internal.integration;

import io.claviger.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Whose a session is, where people sign in one by one.
 *
 * @param actor who signed in; {@code null} for the host itself
 */
record SessionOwner(@Nullable Actor actor) {}
