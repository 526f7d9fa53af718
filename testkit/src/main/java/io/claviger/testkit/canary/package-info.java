/** The leak canary: makes up secrets, and fails a test in which one shows where it must not. */
@NullMarked
package io.claviger.testkit.canary;

import org.jspecify.annotations.NullMarked;
