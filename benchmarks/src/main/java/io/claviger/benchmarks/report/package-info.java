/** Rows of results, their table, page and chart. */
@NullMarked
package io.claviger.benchmarks.report;

import org.jspecify.annotations.NullMarked;
