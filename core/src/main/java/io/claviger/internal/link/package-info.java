/** Names and what they are linked to, as one consistent table. */
@NullMarked
package io.claviger.internal.link;

import org.jspecify.annotations.NullMarked;
