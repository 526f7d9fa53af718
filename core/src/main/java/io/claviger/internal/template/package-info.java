/** Templates: parsing into parts, one pass over fetched values (T1, T3). */
@NullMarked
package io.claviger.internal.template;

import org.jspecify.annotations.NullMarked;
