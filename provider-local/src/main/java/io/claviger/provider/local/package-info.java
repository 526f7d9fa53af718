/**
 * Vaults that need no server. Adding this module to an application makes three kinds of vault known:
 *
 * <ul>
 *   <li>{@code local}: one encrypted file, or memory. Setting {@code file}: the vault file; without it, a vault in
 *       memory that lives as long as the integration is connected. Credentials:
 *       {@link io.claviger.provider.local.LocalCredentials} for a file, {@link io.claviger.Credentials#none()} for
 *       memory. Reference: {@code vault://alias/name}, with a field if the value is JSON. It can be written.
 *   <li>{@code env}: environment variables of this process, read-only. Setting {@code prefix}: put before each name, by
 *       default nothing. Reference: {@code vault://alias/VARIABLE}.
 *   <li>{@code files}: secret files as Kubernetes and Docker mount them, read-only. Setting {@code directory}: where
 *       they are mounted. Reference: {@code vault://alias/name} or {@code vault://alias/folder/name}. Files have at most
 *       1 MiB, are read anew at each fetch, and are given byte for byte: a line end that was put into the secret, as
 *       {@code echo} does, is part of the value; write secrets with {@code printf '%s'}. Links are followed as long as
 *       they stay below the directory. Bytes that are UTF-8 are text, others are binary.
 * </ul>
 *
 * <p>{@link io.claviger.provider.local.LocalVault} puts secrets into a vault file. The same is done by a command: run
 * this module's main class without arguments for its usage.
 */
@NullMarked
package io.claviger.provider.local;

import org.jspecify.annotations.NullMarked;
