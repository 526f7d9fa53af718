package io.claviger.simulation;

import io.claviger.Settings;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.SettingDescriptor;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import java.util.Map;

/** Opens the simulated vaults of one day, which are told apart by a setting. */
abstract class SimulatedProvider implements VaultProvider {

    private static final String VAULT = "vault";

    private final Map<String, SimulatedVault> vaults;

    private SimulatedProvider(Map<String, SimulatedVault> vaults) {
        this.vaults = vaults;
    }

    static Settings settings(String alias) {
        return Settings.of(VAULT, alias);
    }

    ProviderDescriptor.Builder described() {
        return ProviderDescriptor.of("Simulated vault")
                .setting(SettingDescriptor.required(VAULT, "Which one."))
                .credentials(SimulatedClient.Key.class);
    }

    @Override
    public VaultClient open(Settings settings) {
        return new SimulatedClient(vaults.get(settings.get(VAULT).orElseThrow()));
    }

    /** Vaults that keep secrets. */
    @VaultType("keeping")
    static final class Keeping extends SimulatedProvider {

        Keeping(Map<String, SimulatedVault> vaults) {
            super(vaults);
        }

        @Override
        public ProviderDescriptor descriptor() {
            return described().build();
        }
    }

    /** Vaults that make credentials. */
    @VaultType("minting")
    static final class Minting extends SimulatedProvider {

        Minting(Map<String, SimulatedVault> vaults) {
            super(vaults);
        }

        @Override
        public ProviderDescriptor descriptor() {
            return described().mintsCredentials().build();
        }
    }
}
