/** Vaults that answer at once: what is measured is the library, not a network. */
@NullMarked
package io.claviger.benchmarks.stub;

import org.jspecify.annotations.NullMarked;
