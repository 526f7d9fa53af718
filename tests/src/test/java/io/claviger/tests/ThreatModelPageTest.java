package io.claviger.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §11: each promise of docs/threat-model.md has its test, or says that it has none")
class ThreatModelPageTest {

    private static final Pattern TEST_CLASS = Pattern.compile("`([A-Z]\\w*(?:Test|Stress))`");
    private static final Pattern OPEN = Pattern.compile("\\*(?:not built|no test) yet\\*");

    private final String page = read(Reactor.root().resolve("docs/threat-model.md"));

    @Test
    void page_namesNoTestThatIsNotThere() {
        Set<String> there = Reactor.modules().stream()
                .flatMap(ThreatModelPageTest::testClasses)
                .collect(Collectors.toUnmodifiableSet());

        assertThat(named(page)).isNotEmpty().allMatch(there::contains, "a class in src/test of some module");
    }

    @Test
    void promise_always_namesATestOrSaysThatItIsOpen() {
        assertThat(promises())
                .isNotEmpty()
                .allMatch(
                        promise -> named(promise).isEmpty()
                                == OPEN.matcher(promise).find(),
                        "a test, or else *not built yet* or *no test yet*");
    }

    @Test
    void promises_coverWhatTheDesignAsksFor() {
        Stream<String> numbered = Stream.concat(
                Stream.of("R2", "T1", "T7", "T8", "C2", "C4", "C5"),
                IntStream.rangeClosed(2, 14).mapToObj(number -> "S" + number));

        assertThat(Stream.concat(numbered, Stream.of("Endpoint policy", "Leak canary")))
                .allMatch(
                        subject -> promises().stream().anyMatch(promise -> promise.startsWith("| " + subject + ":")),
                        "a row of its own");
    }

    private List<String> promises() {
        return page.lines()
                .dropWhile(line -> !line.equals("## What is promised"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .toList();
    }

    private static List<String> named(String text) {
        return TEST_CLASS
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    private static Stream<String> testClasses(ReactorModule module) {
        Path sources = module.directory().resolve("src/test/java");
        if (!Files.isDirectory(sources)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
