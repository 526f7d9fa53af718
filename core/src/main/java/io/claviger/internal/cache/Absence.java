package io.claviger.internal.cache;

import io.claviger.internal.failure.Failure;

/** A secret that is not there or not for us, as the vault said a moment ago (C8). */
record Absence(Failure failure, long until) implements Slot {}
