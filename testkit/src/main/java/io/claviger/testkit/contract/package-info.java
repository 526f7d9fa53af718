/**
 * The contract of a vault provider, as tests: a provider's own test extends
 * {@link io.claviger.testkit.contract.VaultContract}, or {@link io.claviger.testkit.contract.HttpVaultContract} if its
 * vault is a server, and says what the vault can do.
 */
@NullMarked
package io.claviger.testkit.contract;

import org.jspecify.annotations.NullMarked;
