/** What no loop can measure: callers that come together, memory, a fresh virtual machine. */
@NullMarked
package io.claviger.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
