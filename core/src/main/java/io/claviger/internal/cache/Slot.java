package io.claviger.internal.cache;

/** What the cache has for a locator: a secret, or the read that will bring it. */
sealed interface Slot permits Entry, Load {}
