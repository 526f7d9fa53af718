/** Running what blocks and waiting for it, always within a deadline and by the injected clock (C13, C14). */
@NullMarked
package io.claviger.internal.call;

import org.jspecify.annotations.NullMarked;
