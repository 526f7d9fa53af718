/** Who may do what (the table of roles). */
@NullMarked
package io.claviger.internal.access;

import org.jspecify.annotations.NullMarked;
