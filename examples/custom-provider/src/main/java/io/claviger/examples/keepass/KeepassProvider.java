package io.claviger.examples.keepass;

import io.claviger.Administration;
import io.claviger.ConfigurationException;
import io.claviger.Settings;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.SettingDescriptor;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** KeePass files as vaults. */
@VaultType("keepass")
public final class KeepassProvider implements VaultProvider {

    private static final String FILE = "file";

    /** Creates the provider. */
    public KeepassProvider() {}

    @Override
    public ProviderDescriptor descriptor() {
        return ProviderDescriptor.of("KeePass file")
                .administration(Administration.USER)
                .setting(SettingDescriptor.required(FILE, "The KeePass file (KDBX).")
                        .destination()
                        .hostOnly())
                .credentials(KeepassCredentials.class)
                .build();
    }

    @Override
    public VaultClient open(Settings settings) {
        Library.access();
        return new KeepassClient(path(settings.get(FILE).orElse("")));
    }

    private static Path path(String file) {
        if (file.isBlank()) {
            throw new ConfigurationException("The setting 'file' is blank. Name the KeePass file.");
        }
        try {
            return Path.of(file).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new ConfigurationException(
                    "The setting 'file' is not a path on this machine. Name the KeePass file.");
        }
    }
}
