package io.claviger.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Design §3: core is a module, and its inside is nobody else's")
class ModulePathTest {

    @TempDir
    private Path folder;

    @Test
    void program_onTheModulePath_usesTheApiAndNotTheInside() throws Exception {
        ModuleProgram guest = new ModuleProgram("guest", folder.resolve("guest"));

        assertThat(guest.compile()).isEmpty();
        assertThat(guest.run())
                .contains("vault://a/b#c", "not accessible")
                .anyMatch(line -> line.startsWith("closed in module io.claviger.core"));
    }

    @Test
    void program_thatNamesTheInside_doesNotCompile() throws Exception {
        ModuleProgram intruder = new ModuleProgram("intruder", folder.resolve("intruder"));

        assertThat(intruder.compile())
                .contains("compiler.err.package.not.visible: io.claviger.internal.text")
                .contains("1 error");
    }

    @Test
    @DisplayName("the test kit is a module, too")
    void program_onTheModulePath_rehearsesWithoutAVault() throws Exception {
        ModuleProgram rehearsal = new ModuleProgram("rehearsal", "io.claviger.testkit", folder.resolve("rehearsal"));

        assertThat(rehearsal.compile()).isEmpty();
        assertThat(rehearsal.run()).contains("resolved in module io.claviger.testkit", "the canary found it: plain");
    }
}
