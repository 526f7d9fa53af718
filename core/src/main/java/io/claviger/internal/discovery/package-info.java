/** Finding providers without initialising them. */
@NullMarked
package io.claviger.internal.discovery;

import org.jspecify.annotations.NullMarked;
