package io.claviger.testkit.vault;

import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationManagerBuilder;
import io.claviger.RetryPolicy;
import io.claviger.SecretReference;
import io.claviger.SecretResolver;
import io.claviger.Settings;
import io.claviger.event.VaultEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * A manager with one {@link ScriptedVault} under the alias {@value #ALIAS}, on {@link VirtualTime}: what a host's test
 * needs in place of a vault. Discovery is off, failed reads are not tried again, and vaults are read on the calling
 * thread, unless the host's own options say otherwise. Safe for use by several threads.
 */
public final class VaultStage implements AutoCloseable {

    /** The alias of the integration. */
    public static final String ALIAS = "vault";

    private final VirtualTime time = new VirtualTime();
    private final ScriptedVault vault = ScriptedVault.on(time);
    private final List<VaultEvent> events = new CopyOnWriteArrayList<>();
    private final IntegrationManager manager;

    private VaultStage(UnaryOperator<IntegrationManagerBuilder> options) {
        manager = options.apply(IntegrationManager.builder()
                        .discovery(false)
                        .provider(vault)
                        .retries(RetryPolicy.none())
                        .listener(events::add)
                        .timeSource(time)
                        .executor(Runnable::run))
                .build();
        manager.connect(
                ALIAS,
                ScriptedVault.TYPE,
                Settings.empty(),
                CredentialSource.renewing(() -> ScriptedCredentials.of("robot")));
    }

    /**
     * Sets a stage.
     *
     * @return the stage
     */
    public static VaultStage open() {
        return open(builder -> builder);
    }

    /**
     * Sets a stage with options of the host.
     *
     * @param options changes the builder of the manager
     * @return the stage
     */
    public static VaultStage open(UnaryOperator<IntegrationManagerBuilder> options) {
        return new VaultStage(options);
    }

    /**
     * Stores a text and links a name to it.
     *
     * @param name the secret name
     * @param path where it is in the vault
     * @param text the value
     * @return this stage
     */
    public VaultStage link(String name, String path, String text) {
        vault.put(path, text);
        manager.link(name, reference(path));
        return this;
    }

    /**
     * Returns the reference to a secret of the vault.
     *
     * @param path its path
     * @return the reference
     */
    public static SecretReference reference(String path) {
        return SecretReference.of(ALIAS, path.split("/"));
    }

    /**
     * Returns the manager.
     *
     * @return a manager that acts for the host itself
     */
    public IntegrationManager manager() {
        return manager;
    }

    /**
     * Returns the manager's resolver.
     *
     * @return the resolver
     */
    public SecretResolver resolver() {
        return manager.resolver();
    }

    /**
     * Returns the vault.
     *
     * @return the vault
     */
    public ScriptedVault vault() {
        return vault;
    }

    /**
     * Returns the time of vault and manager.
     *
     * @return the time
     */
    public VirtualTime time() {
        return time;
    }

    /**
     * Returns what the manager told its listeners.
     *
     * @return the events until now, in order
     */
    public List<VaultEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public void close() {
        manager.close();
    }
}
