/** HTTP with an end: bounded in time and size, no redirects, nothing logged. */
@NullMarked
package io.claviger.provider.hashicorp.internal.transport;

import org.jspecify.annotations.NullMarked;
