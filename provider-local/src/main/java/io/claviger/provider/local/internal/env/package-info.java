/** Environment variables as a vault. */
@NullMarked
package io.claviger.provider.local.internal.env;

import org.jspecify.annotations.NullMarked;
