/** A vault that a test scripts, on time that a test moves: hosts try their own code without any vault. */
@NullMarked
package io.claviger.testkit.vault;

import org.jspecify.annotations.NullMarked;
