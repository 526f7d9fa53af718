package io.claviger.provider.hashicorp;

import io.claviger.Administration;
import io.claviger.Credentials;
import io.claviger.Settings;
import io.claviger.provider.hashicorp.internal.HashicorpClient;
import io.claviger.provider.hashicorp.internal.login.Login;
import io.claviger.provider.hashicorp.internal.settings.HashicorpSettings;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.SettingDescriptor;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;

/** HashiCorp Vault and OpenBao, of type {@code hashicorp}. Found by itself; hosts without discovery register it. */
@VaultType("hashicorp")
public final class HashicorpProvider implements VaultProvider {

    /** Creates the provider. */
    public HashicorpProvider() {}

    @Override
    public ProviderDescriptor descriptor() {
        ProviderDescriptor.Builder descriptor = ProviderDescriptor.of("HashiCorp Vault and OpenBao")
                .administration(Administration.TEAM)
                .credentials(HashicorpCredentials.class)
                .parameter("version");
        for (SettingDescriptor setting : HashicorpSettings.descriptors()) {
            descriptor.setting(setting);
        }
        return descriptor.build();
    }

    @Override
    public VaultClient open(Settings settings) {
        return new HashicorpClient(HashicorpSettings.of(settings), HashicorpProvider::loginOf);
    }

    private static Login loginOf(Credentials credentials) {
        if (credentials instanceof HashicorpCredentials known) {
            return known.login();
        }
        throw VaultFailure.of(
                VaultFailure.Kind.MISCONFIGURED,
                "This vault takes HashicorpCredentials and no other kind; give those instead.");
    }
}
