package io.claviger.provider.local.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

    private static final String SERVICE = VaultProvider.class.getName();
    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void services_onClassPathAndModulePath_areTheSame() throws IOException {
        List<String> listed =
                Files.readAllLines(CLASSES.resolve("META-INF/services").resolve(SERVICE));

        assertThat(module().provides())
                .singleElement()
                .satisfies(provides -> assertThat(provides.service()).isEqualTo(SERVICE))
                .satisfies(provides -> assertThat(provides.providers()).containsExactlyInAnyOrderElementsOf(listed));
    }

    @Test
    void module_exports_onePackageWithThreePublicTypes() throws IOException {
        assertThat(module().exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactly("io.claviger.provider.local");
        String[] files =
                CLASSES.resolve("io/claviger/provider/local").toFile().list((where, name) -> name.endsWith(".class"));
        assertThat(files)
                .containsExactlyInAnyOrder(
                        "LocalCredentials.class",
                        "LocalVault.class",
                        "LocalVaultException.class",
                        "package-info.class");
    }

    @Test
    void serviceLoader_types_areReadWithoutInitialisingProviders() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+init=info",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Discoverer.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output.lines().filter(line -> line.startsWith("type ")))
                .contains("type env", "type files", "type local");
        assertThat(output.lines().filter(line -> line.contains("Initializing '")))
                .anyMatch(line -> line.contains("java/util/ServiceLoader"))
                .noneMatch(line -> line.contains("io/claviger/provider/local") && !line.contains("DiscoveryTest"));
    }

    /** A process that looks for kinds of vault and uses none. */
    public static final class Discoverer {

        private Discoverer() {}

        public static void main(String[] arguments) {
            ServiceLoader.load(VaultProvider.class).stream()
                    .map(provider ->
                            provider.type().getAnnotation(VaultType.class).value())
                    .forEach(type -> System.out.println("type " + type));
        }
    }

    private static ModuleDescriptor module() throws IOException {
        try (InputStream in = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
            return ModuleDescriptor.read(in);
        }
    }
}
