package io.claviger.examples.keepass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    private static final String[] TOLD = {
        "rendered: jdbc:postgresql://db/app?user={{vault:db_user}}&password={{vault:db_password}}",
        "the value of before is remembered: true",
        "it is the new one: true",
        "The KeePass file has no entry 'Servers/mail'."
    };

    @TempDir
    private Path folder;

    @Test
    void demo_always_isToldWithoutASecret() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Demo(new PrintStream(out, true, StandardCharsets.UTF_8)).tell(folder.resolve("team.kdbx"));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(TOLD)
                .doesNotContain("correct horse", "first", "second");
    }

    /** The provider and the library are modules; what KeePassJava2 needs stays on the class path. */
    @Test
    void demo_onTheModulePath_isToldToo() throws Exception {
        Path said = folder.resolve("said");
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        modules(),
                        "--class-path",
                        classPath(),
                        "--module",
                        "io.claviger.examples.keepass/io.claviger.examples.keepass.Demo")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        assertThat(demo.waitFor()).as(() -> contents(said)).isZero();
        assertThat(contents(said)).contains(TOLD);
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static String modules() {
        return Arrays.stream(classPath().split(File.pathSeparator))
                .filter(DemoTest::isModule)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isModule(String entry) {
        try {
            return !ModuleFinder.of(Path.of(entry)).findAll().isEmpty();
        } catch (FindException namelessJar) {
            return false;
        }
    }
}
