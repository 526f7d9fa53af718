/** What breaks the invariants on purpose. */
@NullMarked
package io.claviger.concurrency.planted;

import org.jspecify.annotations.NullMarked;
