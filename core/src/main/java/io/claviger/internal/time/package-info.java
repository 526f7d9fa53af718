/** Clocks: the system's, and one that counts time asleep (C14, C15). */
@NullMarked
package io.claviger.internal.time;

import org.jspecify.annotations.NullMarked;
