package io.claviger.support;

import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationManagerBuilder;
import io.claviger.RetryPolicy;
import io.claviger.SecretReference;
import io.claviger.SecretResolver;
import io.claviger.Settings;
import java.util.function.UnaryOperator;

/** A manager with one fake vault under the alias {@code team}, on manual time, whose reads run on the calling thread. */
public final class Fixture implements AutoCloseable {

    public final ManualTime time = new ManualTime();
    public final FakeVault vault;
    public final IntegrationManager manager;
    public final SecretResolver secrets;

    public Fixture() {
        this(new FakeVault(), builder -> builder);
    }

    public Fixture(FakeVault vault, UnaryOperator<IntegrationManagerBuilder> options) {
        this.vault = vault;
        this.manager = options.apply(IntegrationManager.builder()
                        .discovery(false)
                        .provider(vault)
                        .retries(RetryPolicy.none())
                        .timeSource(time)
                        .executor(Runnable::run))
                .build();
        manager.connect("team", "fake", Settings.empty(), renewing("robot"));
        this.secrets = manager.resolver();
    }

    public static CredentialSource renewing(String who) {
        return CredentialSource.renewing(() -> new FakeVault.Key(who));
    }

    public static CredentialSource once(String who) {
        return CredentialSource.once(new FakeVault.Key(who));
    }

    /** Stores a text and links a name to it. */
    public Fixture linked(String name, String path, String text) {
        vault.put(path, text);
        manager.link(name, SecretReference.of("team", path));
        return this;
    }

    public String resolve(String name) {
        return secrets.resolve(name).revealText();
    }

    @Override
    public void close() {
        manager.close();
    }
}
