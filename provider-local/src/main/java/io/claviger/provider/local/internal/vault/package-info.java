/** The local vault as a provider: a thin layer over its store. */
@NullMarked
package io.claviger.provider.local.internal.vault;

import org.jspecify.annotations.NullMarked;
