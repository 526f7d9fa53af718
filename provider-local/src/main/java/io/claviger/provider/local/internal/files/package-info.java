/** Mounted secret files as a vault. */
@NullMarked
package io.claviger.provider.local.internal.files;

import org.jspecify.annotations.NullMarked;
