/** The library and its peers, each with one warm secret, over stubs with equal payloads. */
@NullMarked
package io.claviger.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
