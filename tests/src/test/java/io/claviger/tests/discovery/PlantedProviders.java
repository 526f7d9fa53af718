package io.claviger.tests.discovery;

import java.io.IOException;
import java.nio.file.Path;

/** Jars of providers. */
final class PlantedProviders {

    private static final String GOOD = """
            package planted;

            import io.claviger.*;
            import io.claviger.spi.*;
            import java.util.Map;

            @VaultType("%1$s")
            public final class %2$s implements VaultProvider {

                static {
                    System.setProperty("planted.%2$s", "initialised");
                    %3$s
                }

                public ProviderDescriptor descriptor() {
                    return ProviderDescriptor.of("Planted").build();
                }

                public VaultClient open(Settings settings) {
                    return new VaultClient() {
                        public Location locate(SecretReference reference) {
                            return Location.whole(Locator.of(reference.path(), Map.of()));
                        }

                        public Session authenticate(Credentials credentials, Call call) {
                            return (locator, read) ->
                                    SecretSnapshot.ofValue(SecretValue.ofText("from %2$s")).build();
                        }

                        public void close() {}
                    };
                }
            }
            """;

    private static final String OLD_SPI = """
            package io.claviger.spi;

            public interface VaultProvider {
                String title();
            }
            """;

    private static final String OLD = """
            package planted;

            @io.claviger.spi.VaultType("old")
            public final class Old implements io.claviger.spi.VaultProvider {
                public String title() {
                    return "Old";
                }
            }
            """;

    private PlantedProviders() {}

    static Path good(Path folder, String type, String className) throws IOException {
        return jar(className, type, "").in(folder);
    }

    /** A class that cannot be initialised. */
    static Path exploding(Path folder, String type) throws IOException {
        return jar("Exploding", type, "if (true) throw new IllegalStateException(\"c4n4ry-of-a-provider\");")
                .in(folder);
    }

    /** A services file that names a class that is not there, and one that is no provider. */
    static Path dangling(Path folder) throws IOException {
        return new PlantedJar("dangling")
                .with("planted.Stranger", "package planted; public class Stranger {}")
                .listing("planted.Missing")
                .listing("planted.Stranger")
                .in(folder);
    }

    /** A provider that was built when the interface had other methods. */
    static Path old(Path folder) throws IOException {
        return new PlantedJar("old")
                .compiledAgainst("io.claviger.spi.VaultProvider", OLD_SPI)
                .with("planted.Old", OLD)
                .listing("planted.Old")
                .in(folder);
    }

    private static PlantedJar jar(String className, String type, String initialiser) {
        return new PlantedJar(className)
                .with("planted." + className, GOOD.formatted(type, className, initialiser))
                .listing("planted." + className);
    }
}
