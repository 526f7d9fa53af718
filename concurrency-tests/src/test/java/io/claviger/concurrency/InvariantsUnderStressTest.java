package io.claviger.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;

@DisplayName("C3, C4, C5, C6, C10, S7: however threads meet, no outcome is seen that the design forbids")
class InvariantsUnderStressTest {

    private static final String HERE = InvariantsUnderStressTest.class.getPackageName();

    @Test
    void invariants_underStress_hold() throws IOException, InterruptedException, URISyntaxException {
        StressReport report = StressRun.of("invariants", "^" + HERE + "[.][A-Z]");

        assertThat(report.broken()).as(report.summary()).isEmpty();
        assertThat(report.exit()).as(report.summary()).isZero();
        assertThat(report.run()).as(report.summary()).isEqualTo(stressClasses());
    }

    @Test
    @DisplayName("a cache that checks and then loads, and one whose loads outlive a reset, are reported by name")
    void racyCaches_planted_areReported() throws IOException, InterruptedException {
        StressReport report = StressRun.of("planted", "^" + HERE + "[.]planted[.]");

        assertThat(report.broken())
                .as(report.summary())
                .containsExactly(
                        HERE + ".planted.RacyStress.CheckThenLoad", HERE + ".planted.RacyStress.ResetBesideLoad");
        assertThat(report.exit()).as(report.summary()).isNotZero();
    }

    /** The stress classes of this package that this machine has enough processors for. */
    private static Set<String> stressClasses() throws IOException, URISyntaxException {
        Path folder = Path.of(InvariantsUnderStressTest.class.getResource(".").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith("Stress.class"))
                    .flatMap(file ->
                            Arrays.stream(load(file.replace(".class", "")).getDeclaredClasses()))
                    .filter(InvariantsUnderStressTest::runsHere)
                    .map(Class::getCanonicalName)
                    .collect(Collectors.toSet());
        }
    }

    private static boolean runsHere(Class<?> type) {
        long actors = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Actor.class))
                .count();
        return type.isAnnotationPresent(JCStressTest.class)
                && actors <= Runtime.getRuntime().availableProcessors();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(HERE + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
