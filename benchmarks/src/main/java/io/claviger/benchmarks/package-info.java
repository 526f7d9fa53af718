/** The benchmarks, and the program that runs them and writes down what came out. */
@NullMarked
package io.claviger.benchmarks;

import org.jspecify.annotations.NullMarked;
