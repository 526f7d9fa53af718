/** Key-value engines of version 1 and 2. */
@NullMarked
package io.claviger.provider.hashicorp.internal.kv;

import org.jspecify.annotations.NullMarked;
