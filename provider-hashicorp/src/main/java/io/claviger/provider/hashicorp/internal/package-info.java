/** The client and its sessions. */
@NullMarked
package io.claviger.provider.hashicorp.internal;

import org.jspecify.annotations.NullMarked;
