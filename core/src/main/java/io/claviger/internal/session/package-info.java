/** Credentials and sessions: one login at a time, expiry, breaker, revocation (S2, S3, S4, S7). */
@NullMarked
package io.claviger.internal.session;

import org.jspecify.annotations.NullMarked;
