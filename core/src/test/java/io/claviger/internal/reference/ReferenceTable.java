package io.claviger.internal.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The tables of references among the test resources; their first line says how they are written. */
final class ReferenceTable {

    private static final Pattern UNIT = Pattern.compile("\\\\(\\\\|u([0-9a-f]{4}))");
    private static final Pattern REPETITION = Pattern.compile("\\{(.)\\*(\\d+)\\}");

    private ReferenceTable() {}

    static Stream<Arguments> rows(String resource) {
        return text(resource)
                .lines()
                .filter(line -> !line.startsWith("# ") && !line.isEmpty())
                .map(line -> Arguments.of(Arrays.stream(line.split("\t", -1))
                        .map(ReferenceTable::cell)
                        .toArray()));
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(ReferenceTable.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(String written) {
        String repeated = REPETITION.matcher(written).replaceAll(match -> match.group(1)
                .repeat(Integer.parseInt(match.group(2))));
        return UNIT.matcher(repeated)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(2) == null
                                ? "\\"
                                : Character.toString((char) Integer.parseInt(match.group(2), 16))));
    }
}
