/** Ways to log in. */
@NullMarked
package io.claviger.provider.hashicorp.internal.login;

import org.jspecify.annotations.NullMarked;
