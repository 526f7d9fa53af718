package io.claviger.provider.hashicorp.internal.settings;

import io.claviger.ConfigurationException;
import io.claviger.Settings;
import io.claviger.spi.SettingDescriptor;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How to reach one server, checked and in canonical spelling.
 *
 * @param address scheme, host and port, nothing else
 * @param plainHttpAllowed whether plain HTTP may leave this host
 * @param namespace without slashes around it; empty for the root namespace
 * @param authMount the segments of the path of the login method
 * @param kvVersion the version of key-value engines where the server does not tell it
 * @param trust what server certificates are checked against; empty for the platform's authorities
 */
public record HashicorpSettings(
        URI address,
        boolean plainHttpAllowed,
        Optional<String> namespace,
        List<String> authMount,
        Optional<KvVersion> kvVersion,
        Optional<SSLContext> trust) {

    /**
     * Returns the settings that there are.
     *
     * @return their descriptors
     */
    public static List<SettingDescriptor> descriptors() {
        return List.of(
                SettingDescriptor.required(
                                "address",
                                "Where the server is, https://vault.example:8200 for example, without a path.")
                        .destination(),
                SettingDescriptor.optional(
                                "namespace", "The namespace that holds logins and secrets; by default the root.")
                        .destination(),
                SettingDescriptor.optional(
                                "auth-mount", "The path of the login method, without auth/; by default approle.")
                        .destination(),
                SettingDescriptor.optional(
                        "kv-version",
                        "1 or 2, used where the server does not let the version of an engine be detected;"
                                + " the first segment of a reference is then its mount."),
                SettingDescriptor.optional(
                                "ca-file",
                                "A PEM file with the authorities to trust instead of the platform's, for a private one.")
                        .destination()
                        .hostOnly(),
                SettingDescriptor.optional(
                                "allow-plain-http",
                                "true to allow http to other hosts than this one; by default false.")
                        .destination()
                        .hostOnly());
    }

    /**
     * Checks settings.
     *
     * @param settings what was set
     * @return the checked settings
     * @throws ConfigurationException with every problem found
     */
    public static HashicorpSettings of(Settings settings) {
        return SettingsReader.read(settings);
    }
}
