package io.claviger.provider.local.internal.files;

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

/** Secret files as Kubernetes and Docker mount them. Connected by administrators only: the files are the host's. */
@VaultType("files")
public final class FilesProvider implements VaultProvider {

    private static final String DIRECTORY = "directory";

    /** Creates the provider. */
    public FilesProvider() {}

    @Override
    public ProviderDescriptor descriptor() {
        return ProviderDescriptor.of("Mounted secret files")
                .administration(Administration.TEAM)
                .setting(SettingDescriptor.required(
                                DIRECTORY, "Where the secret files are mounted, '/run/secrets' for example.")
                        .destination()
                        .hostOnly())
                .build();
    }

    @Override
    public VaultClient open(Settings settings) {
        return new FilesClient(directory(settings.get(DIRECTORY).orElse("")));
    }

    private static Path directory(String directory) {
        if (directory.isBlank()) {
            throw new ConfigurationException(
                    "The setting 'directory' is blank. Name the directory where the secret files are mounted.");
        }
        try {
            return Path.of(directory).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new ConfigurationException("The setting 'directory' is not a path on this machine. Name the directory"
                    + " where the secret files are mounted.");
        }
    }
}
