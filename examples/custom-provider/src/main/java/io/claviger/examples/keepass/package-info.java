/**
 * KeePass files as vaults, of the type {@code keepass}. Setting {@code file}: the KeePass file. Credentials:
 * {@link io.claviger.examples.keepass.KeepassCredentials}. Reference: {@code vault://alias/group/entry#field}, or
 * {@code keepass://team.kdbx/group/entry#field} as people write it; without a field the password is meant.
 */
@NullMarked
package io.claviger.examples.keepass;

import org.jspecify.annotations.NullMarked;
