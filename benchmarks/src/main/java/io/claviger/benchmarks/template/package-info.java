/** One document of 4 KiB, rendered in several ways. */
@NullMarked
package io.claviger.benchmarks.template;

import org.jspecify.annotations.NullMarked;
