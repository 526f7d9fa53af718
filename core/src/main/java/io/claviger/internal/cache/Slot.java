package io.claviger.internal.cache;

/** What the cache has for a locator: a secret, the read that will bring it, or that there is none. */
sealed interface Slot permits Entry, Load, Absence {}
