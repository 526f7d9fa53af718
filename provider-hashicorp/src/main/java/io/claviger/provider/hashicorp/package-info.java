/**
 * Secrets of HashiCorp Vault and OpenBao: key-value engines of version 1 and 2, logins by token and AppRole,
 * namespaces.
 *
 * <p>A reference is {@code vault://<alias>/<mount>/<path>#<field>}; the mount may have slashes, and its version is found
 * out by itself. {@code ?version=3} names a version of a secret.
 */
@NullMarked
package io.claviger.provider.hashicorp;

import org.jspecify.annotations.NullMarked;
