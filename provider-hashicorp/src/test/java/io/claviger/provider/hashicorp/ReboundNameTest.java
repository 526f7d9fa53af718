package io.claviger.provider.hashicorp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Design §11: names that lead elsewhere than their origin says, or change their address after the check")
class ReboundNameTest {

    @TempDir
    private Path folder;

    private final VaultStub stub = new VaultStub();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void login_nameReboundAfterTheCheck_goesToTheAddressThatWasChecked() throws Exception {
        assertThat(run("http")).isEqualTo("logged in");
        assertThat(stub.paths()).containsExactly(VaultStub.LOOKUP);
    }

    @Test
    @DisplayName("what remains, as the threat model says: a platform that is told to forget names at once")
    void login_nameReboundWithoutThePlatformsCache_goesElsewhere() throws Exception {
        Path security = Files.writeString(folder.resolve("security"), "networkaddress.cache.ttl=0\n");

        assertThat(run("http", "-Djava.security.properties=" + security)).startsWith("UNAVAILABLE");
        assertThat(stub.paths()).isEmpty();
    }

    @Test
    @DisplayName("a name of the internet that leads into the host's own network is refused when it is looked up")
    void login_nameThatLeadsToLoopback_isRefusedByTheGuardedPolicy() throws Exception {
        assertThat(run("https"))
                .startsWith("MISCONFIGURED: The endpoint policy does not allow loopback addresses.")
                .doesNotContain(ReboundName.NAME, "127.0.0.1");
        assertThat(stub.paths()).isEmpty();
    }

    /** In a JVM of its own, because where names come from is settled when the first one is looked up. */
    private String run(String scheme, String... options) throws IOException, InterruptedException {
        Path hosts = Files.createFile(folder.resolve("hosts"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djdk.net.hosts.file=" + hosts);
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ReboundName.class.getName()));
        command.addAll(
                List.of(hosts.toString(), scheme, String.valueOf(stub.address().getPort())));
        Process program = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(program.waitFor()).isZero();
        return said;
    }
}
