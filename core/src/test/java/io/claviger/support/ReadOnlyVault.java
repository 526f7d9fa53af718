package io.claviger.support;

import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;

/** A vault that needs no credentials and holds one value under every path. */
@VaultType("read-only")
public final class ReadOnlyVault implements VaultProvider {

    @Override
    public ProviderDescriptor descriptor() {
        return ProviderDescriptor.of("Read-only vault").build();
    }

    @Override
    public VaultClient open(Settings settings) {
        return new VaultClient() {
            @Override
            public Location locate(SecretReference reference) {
                return Location.whole(Locator.of(reference.path(), reference.parameters()));
            }

            @Override
            public Session authenticate(Credentials credentials, Call call) {
                return (locator, read) ->
                        SecretSnapshot.ofValue(SecretValue.ofText("fixed")).build();
            }

            @Override
            public void close() {}
        };
    }
}
