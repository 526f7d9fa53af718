package io.claviger.internal.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.ConfigurationException;
import io.claviger.Link;
import io.claviger.SecretReference;
import io.claviger.Setup;
import io.claviger.StoredSetup;
import io.claviger.internal.setup.FailingDisk.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("S8: a disk that fails at any step of a save leaves a readable store, and the next save works")
class SetupFileFailureTest {

    private static final String OLD = Setup.empty().toText();
    private static final String NEW = Setup.of(
                    List.of(), List.of(Link.of("token", SecretReference.of("team", "token"))))
            .toText();

    @TempDir
    Path directory;

    private Path file;
    private String revision = "";

    @BeforeEach
    void saveOld() {
        file = directory.resolve("setup.json");
        revision = new FileSetupStore(file).save(OLD, null).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void save_thatFailsAtAStep_saysSoAndLeavesACompleteFile(Step step) throws IOException {
        StoredSetup left = failed(step, true);

        assertThat(left.text()).isEqualTo(step == Step.FORCE_DIRECTORY ? NEW : OLD);
        assertThat(names()).containsExactly("setup.json", "setup.json.lock");
        assertNextSaveWorks(left);
    }

    @ParameterizedTest
    @EnumSource
    void save_thatCannotTidyUpEither_leavesACompleteFile(Step step) throws IOException {
        StoredSetup left = failed(step, false);

        assertThat(left.text()).isEqualTo(step == Step.FORCE_DIRECTORY ? NEW : OLD);
        assertNextSaveWorks(left);
    }

    private StoredSetup failed(Step step, boolean cleanup) {
        FileSetupStore failing = new FileSetupStore(file, new FailingDisk(step, cleanup));
        assertThatThrownBy(() -> failing.save(NEW, revision))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(step == Step.FORCE_DIRECTORY ? "was replaced" : "cannot be written");
        return new FileSetupStore(file).load().orElseThrow();
    }

    private void assertNextSaveWorks(StoredSetup left) throws IOException {
        assertThat(new FileSetupStore(file).save(NEW, left.revision())).isPresent();
        assertThat(new FileSetupStore(file).load().orElseThrow().text()).isEqualTo(NEW);
        assertThat(names()).as("what writers left").containsExactly("setup.json", "setup.json.lock");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
