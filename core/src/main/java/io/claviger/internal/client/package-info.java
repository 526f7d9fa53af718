/** A provider's client, closed once and after its last call (S7). */
@NullMarked
package io.claviger.internal.client;

import org.jspecify.annotations.NullMarked;
