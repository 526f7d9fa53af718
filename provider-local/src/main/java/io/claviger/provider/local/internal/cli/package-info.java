/** The command that puts secrets into a vault file. No value and no passphrase is ever an argument. */
@NullMarked
package io.claviger.provider.local.internal.cli;

import org.jspecify.annotations.NullMarked;
