/**
 * What must hold however threads meet: each class has two or three threads meet many thousand times, through the public
 * API, and names every outcome that an invariant of the design forbids.
 */
@NullMarked
package io.claviger.concurrency;

import org.jspecify.annotations.NullMarked;
