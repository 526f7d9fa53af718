package io.claviger.provider.local.internal.files;

import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.spi.VaultProvider;
import io.claviger.testkit.contract.Capabilities;
import io.claviger.testkit.contract.Capability;
import io.claviger.testkit.contract.VaultContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Mounted secret files keep the contract of vaults")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "makes links only for administrators")
class FilesContractTest extends VaultContract {

    @TempDir
    Path folder;

    @BeforeEach
    void mount() throws IOException {
        Files.createDirectories(mounted().resolve("app"));
    }

    @Override
    protected Capabilities capabilities() {
        return Capabilities.all()
                .withoutLogins("files are read without a login")
                .withoutNetwork("a disk does not wait")
                .withoutHistory("old contents are gone")
                .without("a file that was just written has no version yet", Capability.VERSIONS)
                .without("a file is read whole to compare it", Capability.PROBES)
                .without("a file is there or not", Capability.DELETION, Capability.DISABLING)
                .without("files are written by others", Capability.WRITING, Capability.LEASES)
                .without("all bytes are a value", Capability.MALFORMED_REPLIES);
    }

    @Override
    protected VaultProvider provider() {
        return new FilesProvider();
    }

    @Override
    protected Settings settings() {
        return Settings.of("directory", mounted().toString());
    }

    private Path mounted() {
        return folder.resolve("mounted");
    }

    @Override
    protected Map<String, String> wrongSettings() {
        return Map.of("directory", "a\0b");
    }

    @Override
    protected List<String> oddNames() {
        return List.of("a b", "ümläut", "100%", "a+b", "a&b;c", "..x", "-rf", "upper", "UPPER");
    }

    @Override
    protected SecretReference reference(String name) {
        return SecretReference.of(ALIAS, "app", name);
    }

    /** As Kubernetes does: a new file takes the place of the old one at once. */
    @Override
    protected void store(String name, SecretValue value) throws IOException {
        Path fresh = Files.write(folder.resolve("fresh-" + UUID.randomUUID()), value.revealBytes());
        Files.move(fresh, mounted().resolve("app").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    protected void remove(String name) throws IOException {
        Files.delete(mounted().resolve("app").resolve(name));
    }

    @Override
    protected void deny(String name) throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside")).resolve(name);
        Path file = mounted().resolve("app").resolve(name);
        Files.move(file, outside);
        Files.createSymbolicLink(file, outside);
    }

    @Override
    protected void goDown() throws IOException {
        Files.move(mounted(), folder.resolve("unmounted"));
    }

    @Override
    protected void recover() throws IOException {
        Files.move(folder.resolve("unmounted"), mounted());
    }
}
