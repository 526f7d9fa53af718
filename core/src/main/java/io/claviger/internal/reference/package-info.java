/** References: their rules, their text, errors with a place (R1, R2, R3, R4). */
@NullMarked
package io.claviger.internal.reference;

import org.jspecify.annotations.NullMarked;
