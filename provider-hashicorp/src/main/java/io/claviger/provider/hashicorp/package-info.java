/**
 * Secrets of HashiCorp Vault and OpenBao: key-value engines of version 1 and 2, logins by token and AppRole,
 * namespaces.
 *
 * <p>A reference is {@code vault://<alias>/<mount>/<path>#<field>}; the mount may have slashes, and its version is found
 * out by itself. {@code ?version=3} names a version of a secret. Engines of version 2 store numbers as floating point, so
 * long numbers lose digits there, in the server: store them as strings.
 *
 * <p>No logger of this module or of the libraries under it prints tokens, ids or values, at any level. The platform's HTTP
 * client prints headers, tokens included, if the system property {@code jdk.httpclient.HttpClient.log} asks it to: leave
 * that unset.
 */
@NullMarked
package io.claviger.provider.hashicorp;

import org.jspecify.annotations.NullMarked;
