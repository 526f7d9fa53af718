package io.claviger.setup;

import io.claviger.AllowedDomains;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationManagerBuilder;
import io.claviger.IntegrationScope;
import io.claviger.IntegrationSetup;
import io.claviger.Link;
import io.claviger.RetryPolicy;
import io.claviger.SecretReference;
import io.claviger.Settings;
import io.claviger.Setup;
import io.claviger.SetupImport;
import io.claviger.SetupStore;
import io.claviger.support.FakeVault;
import io.claviger.support.ManualTime;
import io.claviger.support.ReadOnlyVault;
import java.util.List;

/** What tests of setups begin with. */
final class Setups {

    static final Settings ADDRESS = Settings.of("address", "https://vault.example");

    private Setups() {}

    static IntegrationManagerBuilder builder(FakeVault vault) {
        return IntegrationManager.builder()
                .discovery(false)
                .provider(vault)
                .provider(new ReadOnlyVault())
                .retries(RetryPolicy.none())
                .timeSource(new ManualTime())
                .executor(Runnable::run);
    }

    static IntegrationManager manager(FakeVault vault, SetupStore store) {
        return builder(vault).setupStore(store).build();
    }

    static IntegrationSetup integration(String alias) {
        return IntegrationSetup.of(alias, "fake", ADDRESS);
    }

    static Link link(String name) {
        return Link.of(name, SecretReference.of("team", name));
    }

    /** One integration, restricted, and one link, restricted. */
    static Setup restricted() {
        return Setup.of(
                List.of(integration("team")
                        .withScope(IntegrationScope.of("app/**"))
                        .withAllowedDomains(AllowedDomains.parse("api.example.com"))),
                List.of(link("token").withAllowedDomains(AllowedDomains.parse("api.example.com"))));
    }

    static SetupImport plan(IntegrationManager manager, Setup setup) {
        return manager.planImport(setup, SetupImport.Mode.MERGE);
    }

    static void apply(IntegrationManager manager, Setup setup) {
        SetupImport plan = plan(manager, setup);
        plan.apply(plan.confirmationsNeeded());
    }
}
