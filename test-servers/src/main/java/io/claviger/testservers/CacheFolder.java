package io.claviger.testservers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where installed servers are kept between test runs. */
final class CacheFolder {

    private static final String PROPERTY = "claviger.test-servers";
    private static final String ENVIRONMENT = "CLAVIGER_TEST_SERVERS";

    private CacheFolder() {}

    static Path find() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .or(() -> Optional.ofNullable(System.getenv(ENVIRONMENT)))
                .map(Path::of)
                .orElseGet(() -> topOf(Path.of("").toAbsolutePath()).resolve(".test-servers"));
    }

    static Path topOf(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(".mvn"))) {
                return at;
            }
        }
        throw new IllegalStateException(
                "No folder above " + folder + " holds .mvn; name a folder for the servers by " + ENVIRONMENT + ".");
    }
}
