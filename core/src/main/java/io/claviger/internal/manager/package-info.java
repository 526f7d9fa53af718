/** The manager, the resolver and the handles that hosts hold, put together from the other packages. */
@NullMarked
package io.claviger.internal.manager;

import org.jspecify.annotations.NullMarked;
