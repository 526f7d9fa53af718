/** Reading several references at once, each secret once (C10). */
@NullMarked
package io.claviger.internal.plan;

import org.jspecify.annotations.NullMarked;
