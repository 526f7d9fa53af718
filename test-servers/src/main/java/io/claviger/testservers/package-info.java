/**
 * Real servers for tests. Start at {@link io.claviger.testservers.OpenBaoExtension}, or at
 * {@link io.claviger.testservers.OpenBao#start()} for a server of one's own.
 *
 * <p>The servers are installed once, by pinned version, into {@code .test-servers} at the top of the repository; the
 * system property {@code claviger.test-servers} or the environment variable {@code CLAVIGER_TEST_SERVERS} names another
 * folder.
 */
@NullMarked
package io.claviger.testservers;

import org.jspecify.annotations.NullMarked;
