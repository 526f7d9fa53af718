package io.claviger.examples.keepass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/writing-a-provider.md shows this provider as it is, and a project that fits")
class GuideTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path SERVICES = Path.of("src/main/resources/META-INF/services/io.claviger.spi.VaultProvider");
    private static final Pattern HEADER = Pattern.compile("\\A(?:(?:package|import) .*\n|\n)+");
    private static final Pattern VERSION = Pattern.compile("<version>([^$<]+)</version>");

    private final String guide = text(ROOT.resolve("docs/writing-a-provider.md"));

    @Test
    void java_isThatOfTheExample() throws IOException {
        List<String> example = new ArrayList<>(sources());
        example.add(part(text(Path.of("src/main/java/io/claviger/examples/keepass/Demo.java"))));

        assertThat(blocks("java")).isNotEmpty().isSubsetOf(example);
    }

    @Test
    void types_ofTheProvider_areAllShown() throws IOException {
        assertThat(sources())
                .filteredOn(source ->
                        Stream.of("class Demo", "Test {", "@NullMarked").noneMatch(source::contains))
                .isSubsetOf(blocks("java"));
        assertThat(blocks("java")).anyMatch(block -> block.contains("class KeepassContractTest "));
    }

    @Test
    void servicesFile_isThatOfTheExample() {
        assertThat(blocks("text")).contains(text(SERVICES).strip());
    }

    @Test
    void versions_ofTheProject_areThoseOfThisBuild() {
        String pom = text(ROOT.resolve("pom.xml"));
        String project = blocks("xml").get(0);
        List<String> versions = VERSION.matcher(project)
                .results()
                .map(found -> found.group(1))
                .filter(version -> !version.equals("1.0.0-SNAPSHOT"))
                .toList();

        assertThat(versions).hasSizeGreaterThan(5).allMatch(version -> pom.contains(">" + version + "<"));
        assertThat(pom).contains(version(project, "claviger.version"));
    }

    private static String version(String project, String property) {
        MatchResult found = Pattern.compile("<" + property + ">(.*)</")
                .matcher(project)
                .results()
                .findFirst()
                .orElseThrow();
        return "<version>" + found.group(1) + "</version>";
    }

    private List<String> blocks(String language) {
        return Arrays.stream(guide.split("```" + language + "\n", -1))
                .skip(1)
                .map(part -> part.substring(0, part.indexOf("```")).strip())
                .toList();
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(GuideTest::text)
                    .map(source -> HEADER.matcher(source).replaceFirst("").strip())
                    .toList();
        }
    }

    private static String part(String source) {
        int begin = source.indexOf("// guide: begin\n") + "// guide: begin\n".length();
        return source.substring(begin, source.indexOf("            // guide: end"))
                .stripTrailing()
                .stripIndent();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
