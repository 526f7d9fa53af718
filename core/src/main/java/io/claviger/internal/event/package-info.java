/** Delivering events to listeners without making anybody wait. */
@NullMarked
package io.claviger.internal.event;

import org.jspecify.annotations.NullMarked;
