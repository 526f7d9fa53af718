/** Secrets in memory: one read for all who miss, expiry by timer, resets that loads in flight cannot undo (C1, C2, C3, C4, C5, C11). */
@NullMarked
package io.claviger.internal.cache;

import org.jspecify.annotations.NullMarked;
