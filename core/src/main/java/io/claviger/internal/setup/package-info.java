/** The text of a setup, and where it is kept: untrusted input, bounded and strict, without credentials (S8). */
@NullMarked
package io.claviger.internal.setup;

import org.jspecify.annotations.NullMarked;
