/** JSON as secrets need it: text kept as written, numbers never rounded. */
@NullMarked
package io.claviger.internal.json;

import org.jspecify.annotations.NullMarked;
