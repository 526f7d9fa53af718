package io.claviger;

import java.util.concurrent.CompletableFuture;

/**
 * Secrets as one run of a script sees them: three calls, by secret name, none of which blocks.
 *
 * <p>Each call asks for access first, if nothing is decided yet about the script's origin. Without access a call fails with
 * {@link AccessRefusedException}, always the same one: whether the name exists is not looked up. With access it has the rights
 * of the actor on whose behalf the script runs, and fails as the same call of {@link IntegrationManager} or
 * {@link SecretResolver} does.
 *
 * <p>Safe for use by several threads.
 */
public interface ScriptVault {

    /**
     * Reads the value of a name.
     *
     * @param name the secret name, without any prefix
     * @return completes with the value; fails with {@link UnresolvedException} if it has none
     */
    CompletableFuture<SecretValue> get(String name);

    /**
     * Stores a value in the vault that a name is linked to, as {@link IntegrationManager#set} does.
     *
     * @param name the secret name, without any prefix
     * @param value the value
     * @return completes when it is stored; fails with {@link ConfigurationException} if the vault is read-only
     */
    CompletableFuture<Void> set(String name, SecretValue value);

    /**
     * Removes the value that a name is linked to from its vault, as {@link IntegrationManager#unset} does.
     *
     * @param name the secret name, without any prefix
     * @return completes when it is removed; fails with {@link ConfigurationException} if the vault is read-only
     */
    CompletableFuture<Void> unset(String name);
}
