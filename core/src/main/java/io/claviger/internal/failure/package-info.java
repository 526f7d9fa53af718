/** What went wrong, free of anybody else's text. */
@NullMarked
package io.claviger.internal.failure;

import org.jspecify.annotations.NullMarked;
