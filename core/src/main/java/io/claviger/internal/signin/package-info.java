/** Signing in as a person: pending sign-ins, and the listener that a browser comes back to (S14). */
@NullMarked
package io.claviger.internal.signin;

import org.jspecify.annotations.NullMarked;
