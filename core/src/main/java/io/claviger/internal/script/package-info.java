/** What was decided about scripts: off by default, asked for once, remembered, taken back at once (design section 8). */
@NullMarked
package io.claviger.internal.script;

import org.jspecify.annotations.NullMarked;
