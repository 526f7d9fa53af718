package io.claviger.provider.local.internal.files;

import io.claviger.ConfigurationException;
import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds secret files below one directory. */
final class FilesClient implements VaultClient {

    private static final Set<String> UPWARD = Set.of(".", "..");

    private final MountedDirectory directory;

    FilesClient(Path directory) {
        this.directory = new MountedDirectory(directory);
    }

    @Override
    public Location locate(SecretReference reference) {
        if (!reference.parameters().isEmpty()) {
            throw new ConfigurationException("The reference " + reference + " has parameters, and secret files take"
                    + " none. Remove everything from '?' up to '#' or the end.");
        }
        List<String> path = reference.path();
        if (!path.stream().allMatch(FilesClient::plain)) {
            throw new ConfigurationException("The reference " + reference + " has a path segment that is '.' or '..',"
                    + " or contains a slash, a backslash or NUL. Name the file by its path below the directory.");
        }
        return Location.of(Locator.of(path, Map.of()), reference.field().orElse(null));
    }

    private static boolean plain(String segment) {
        return !UPWARD.contains(segment) && segment.chars().noneMatch(c -> c == '/' || c == '\\' || c == '\0');
    }

    @Override
    public Session authenticate(Credentials credentials, Call call) {
        return (locator, read) -> directory.read(locator.path(), read.time().now());
    }

    @Override
    public void close() {
        // nothing is held
    }
}
