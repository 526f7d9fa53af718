/** What may be read through an integration, by patterns (S11). */
@NullMarked
package io.claviger.internal.scope;

import org.jspecify.annotations.NullMarked;
