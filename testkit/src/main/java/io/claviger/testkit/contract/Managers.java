package io.claviger.testkit.contract;

import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationManagerBuilder;
import io.claviger.RetryPolicy;
import io.claviger.Role;
import io.claviger.TimeSource;
import java.util.Set;

/** Managers that use the provider under test as a host does. */
final class Managers {

    private Managers() {}

    static IntegrationManager connected(VaultContract vault) {
        String type = Providers.type(vault.provider());
        IntegrationManager manager = builder(vault, vault.time()).build();
        if (vault.provider().descriptor().credentials().isEmpty()) {
            manager.connect(VaultContract.ALIAS, type, vault.settings());
        } else {
            CredentialSource source = CredentialSource.renewing(vault::credentials);
            manager.connect(VaultContract.ALIAS, type, vault.settings(), source);
        }
        return manager;
    }

    /** A manager whose actors sign in one by one. */
    static IntegrationManager ofPeople(VaultContract vault, TimeSource time) {
        IntegrationManager manager =
                builder(vault, time).roles(actor -> Set.of(Role.MEMBER)).build();
        manager.connect(
                VaultContract.ALIAS, Providers.type(vault.provider()), vault.settings(), CredentialSource.perActor());
        return manager;
    }

    private static IntegrationManagerBuilder builder(VaultContract vault, TimeSource time) {
        return IntegrationManager.builder()
                .discovery(false)
                .provider(vault.provider())
                .retries(RetryPolicy.none())
                .timeSource(time)
                .listener(vault.canary().listener());
    }
}
