package io.claviger.provider.hashicorp;

import io.claviger.Administration;
import io.claviger.Credentials;
import io.claviger.EndpointPolicy;
import io.claviger.Settings;
import io.claviger.provider.hashicorp.internal.HashicorpClient;
import io.claviger.provider.hashicorp.internal.login.Login;
import io.claviger.provider.hashicorp.internal.settings.HashicorpSettings;
import io.claviger.spi.Endpoints;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.SettingDescriptor;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;

/**
 * HashiCorp Vault and OpenBao, of type {@code hashicorp}. Found by itself; hosts without discovery register it.
 *
 * <p>Settings:
 *
 * <ul>
 *   <li>{@code address}: {@code https://vault.example:8200} for example, without a path; plain {@code http} only to this
 *       host. Required.
 *   <li>{@code namespace}: the namespace of logins and secrets. By default the root.
 *   <li>{@code auth-mount}: the path of the login method, without {@code auth/}. By default {@code approle}.
 *   <li>{@code kv-version}: {@code 1} or {@code 2}, used where the server does not let the version of an engine be
 *       detected; the first segment of a reference is then its mount. By default detection alone.
 *   <li>{@code ca-file}: a PEM file of the authorities to trust instead of the platform's. Only the host may set it.
 *   <li>{@code allow-plain-http}: {@code true} for {@code http} to other hosts. By default {@code false}; only the host
 *       may set it.
 * </ul>
 *
 * <p>The host's {@link EndpointPolicy} is asked for the origin when a client is opened, and for the origin and each address
 * of its host right before each request. The address that is then connected to comes from the platform's cache of names:
 * {@link Endpoints} says what remains if somebody else owns the name. Where the JVM's default
 * {@link java.net.ProxySelector} names an HTTP proxy for the server, the proxy looks the name up, and the policy is asked
 * for the origin alone.
 *
 * <p>Redirects are refused: set the address of the active node, or of a load balancer. The same clients and sessions are
 * safe for use by several threads.
 */
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
        return open(settings, Endpoints.under(EndpointPolicy.open()));
    }

    @Override
    public VaultClient open(Settings settings, Endpoints endpoints) {
        HashicorpSettings checked = HashicorpSettings.of(settings);
        endpoints.check(checked.address());
        return new HashicorpClient(checked, endpoints, HashicorpProvider::loginOf);
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
