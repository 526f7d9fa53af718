/** Names and the references they are linked to: what a secret name is (T7). */
@NullMarked
package io.claviger.internal.link;

import org.jspecify.annotations.NullMarked;
