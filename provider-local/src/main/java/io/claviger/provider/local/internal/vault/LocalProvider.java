package io.claviger.provider.local.internal.vault;

import io.claviger.Administration;
import io.claviger.ConfigurationException;
import io.claviger.Settings;
import io.claviger.provider.local.LocalCredentials;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.SettingDescriptor;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The embedded vault: one encrypted file, or memory. */
@VaultType("local")
public final class LocalProvider implements VaultProvider {

    private static final String FILE = "file";

    /** Creates the provider. */
    public LocalProvider() {}

    @Override
    public ProviderDescriptor descriptor() {
        return ProviderDescriptor.of("Local encrypted vault")
                .administration(Administration.USER)
                .setting(SettingDescriptor.optional(
                                FILE, "The vault file; by default there is none and the vault is kept in memory.")
                        .destination()
                        .hostOnly())
                .credentials(LocalCredentials.class)
                .credentialsOptional()
                .writable()
                .build();
    }

    @Override
    public VaultClient open(Settings settings) {
        return settings.get(FILE)
                .<VaultClient>map(file -> new FileVaultClient(path(file)))
                .orElseGet(MemoryVaultClient::new);
    }

    private static Path path(String file) {
        if (file.isBlank()) {
            throw new ConfigurationException(
                    "The setting 'file' is blank. Name the vault file, or leave the setting out for a vault in memory.");
        }
        try {
            return Path.of(file).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new ConfigurationException("The setting 'file' is not a path on this machine. Name the vault file.");
        }
    }
}
