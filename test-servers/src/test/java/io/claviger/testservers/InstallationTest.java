package io.claviger.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class InstallationTest {

    @Test
    void topOf_deepFolder_isTheOneThatHoldsMvn(@TempDir Path top) throws Exception {
        Files.createDirectories(top.resolve(".mvn"));
        assertThat(CacheFolder.topOf(Files.createDirectories(top.resolve("a/b"))))
                .isEqualTo(top);
    }

    @Test
    void topOf_noRepository_saysWhatToSet() {
        assertThatThrownBy(() -> CacheFolder.topOf(Path.of("/"))).hasMessageContaining("CLAVIGER_TEST_SERVERS");
    }

    @Test
    void missing_onAnyMachine_skipsWithTheReason() {
        assertThat(Prerequisites.missing("Python", false))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("This machine lacks Python.");
    }

    @Test
    void missing_whereEverythingMustRun_fails() {
        assertThat(Prerequisites.missing("Python", true)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void freePair_asked_givesTwoFreePorts() throws Exception {
        int port = Ports.freePair();
        assertThat(Ports.isFree(port)).isTrue();
        assertThat(Ports.isFree(port + 1)).isTrue();
    }
}
