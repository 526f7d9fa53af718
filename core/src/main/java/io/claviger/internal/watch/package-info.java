/** Telling hosts that the content of secrets has changed, with nobody reading them (C6, C10). */
@NullMarked
package io.claviger.internal.watch;

import org.jspecify.annotations.NullMarked;
