package io.claviger.examples.teamvault;

import io.claviger.IntegrationManager;
import io.claviger.IntegrationScope;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import java.util.Map;

/** The vault that the team shares. Storing a secret here stands for what people do in the vault itself. */
interface TeamStore extends AutoCloseable {

    /** The alias of the team's vault. */
    String ALIAS = "team-vault";

    /** The vault in a few words. */
    String title();

    /** Connects it, or connects it again, on the word of an administrator; returns who did it and how. */
    String connect(IntegrationManager vaults);

    /** Makes it work again after the program was started again; returns what that took. */
    String resume(IntegrationManager vaults);

    /** Where a field of a secret is, for links. */
    SecretReference reference(String area, String secret, String field);

    /** Everything in some areas of the vault. */
    IntegrationScope scope(String... areas);

    /** Stores a secret behind the library's back. */
    void put(String area, String secret, Map<String, SecretValue> fields);

    @Override
    void close();
}
