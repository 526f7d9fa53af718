/** A server of the loopback interface that stands before a real one and misbehaves when it is told to. */
@NullMarked
package io.claviger.testkit.http;

import org.jspecify.annotations.NullMarked;
