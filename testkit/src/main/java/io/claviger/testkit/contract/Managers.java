package io.claviger.testkit.contract;

import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.RetryPolicy;

/** Managers that use the provider under test as a host does. */
final class Managers {

    private Managers() {}

    static IntegrationManager connected(VaultContract vault) {
        String type = Providers.type(vault.provider());
        IntegrationManager manager = IntegrationManager.builder()
                .discovery(false)
                .provider(vault.provider())
                .retries(RetryPolicy.none())
                .timeSource(vault.time())
                .listener(vault.canary().listener())
                .build();
        if (vault.provider().descriptor().credentials().isEmpty()) {
            manager.connect(VaultContract.ALIAS, type, vault.settings());
        } else {
            CredentialSource source = CredentialSource.renewing(vault::credentials);
            manager.connect(VaultContract.ALIAS, type, vault.settings(), source);
        }
        return manager;
    }
}
