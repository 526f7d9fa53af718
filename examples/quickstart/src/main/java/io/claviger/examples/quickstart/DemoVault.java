package io.claviger.examples.quickstart;

import io.claviger.IntegrationManager;
import io.claviger.SecretReference;
import io.claviger.SecretValue;

/** Where the story keeps its secrets. Changing them here stands for what people do in the vault itself. */
interface DemoVault extends AutoCloseable {

    /** The vault in a few words. */
    String title();

    /** Connects it under the alias {@link Story#ALIAS}. */
    void connect(IntegrationManager vaults);

    /** Where a secret of the story is, for links. */
    SecretReference reference(String secret);

    /** Stores a secret behind the library's back. */
    void put(String secret, SecretValue value);

    @Override
    void close();
}
