package io.claviger.support;

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

/**
 * Tables among the test resources, one row a line, cells separated by tabs; {@code # } begins a comment. A backslash is
 * doubled, {@code backslash uXXXX} is one UTF-16 unit, <code>{x*n}</code> is x n times.
 */
public final class TextTable {

    private static final Pattern UNIT = Pattern.compile("\\\\(\\\\|u([0-9a-f]{4}))");
    private static final Pattern REPETITION = Pattern.compile("\\{(.)\\*(\\d+)\\}");

    private TextTable() {}

    /**
     * Reads a table.
     *
     * @param near a class of the package that the resource is in
     * @param resource its name
     * @return one row for each line
     */
    public static Stream<Arguments> rows(Class<?> near, String resource) {
        return text(near, resource)
                .lines()
                .filter(line -> !line.startsWith("# ") && !line.isEmpty())
                .map(line -> Arguments.of(
                        Arrays.stream(line.split("\t", -1)).map(TextTable::cell).toArray()));
    }

    private static String text(Class<?> near, String resource) {
        try (InputStream in = Objects.requireNonNull(near.getResourceAsStream(resource))) {
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
