/** AssertJ assertions for what Claviger gives. No message of theirs shows a value. */
@NullMarked
package io.claviger.testkit.assertion;

import org.jspecify.annotations.NullMarked;
