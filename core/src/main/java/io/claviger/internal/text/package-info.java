/** Text that came from actors or vaults, made safe to show: bounded, no control or bidirectional characters. */
@NullMarked
package io.claviger.internal.text;

import org.jspecify.annotations.NullMarked;
