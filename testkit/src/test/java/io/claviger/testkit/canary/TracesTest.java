package io.claviger.testkit.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A secret is found in whatever spelling it shows")
class TracesTest {

    private static final String SECRET = "s3cr\u00e9t \"pass\\word\" <&>+/ tail";
    private static final byte[] BYTES = SECRET.getBytes(StandardCharsets.UTF_8);

    static Stream<Arguments> spellings() {
        return Stream.of(
                Arguments.of("plain", SECRET),
                Arguments.of("upper case", SECRET.toUpperCase(Locale.ROOT)),
                Arguments.of("bytes read as Latin 1", new String(BYTES, StandardCharsets.ISO_8859_1)),
                Arguments.of("broken across lines", "s3cr\u00e9t \"pass\\wo\n    rd\" <&>+/ tail"),
                Arguments.of("escaped for JSON", "{\"a\":\"s3cr\u00e9t \\\"pass\\\\word\\\" <&>+/ tail\"}"),
                Arguments.of("escaped for ASCII", "s3cr\\u00e9t \\\"pass\\\\word\\\" <&>+/ tail"),
                Arguments.of("escaped for XML", "s3cr\u00e9t &quot;pass\\word&quot; &lt;&amp;>+/ tail"),
                Arguments.of("form", URLEncoder.encode(SECRET, StandardCharsets.UTF_8)),
                Arguments.of(
                        "path",
                        URLEncoder.encode(SECRET, StandardCharsets.UTF_8).replace("+", "%20")),
                Arguments.of("hexadecimal", HexFormat.of().formatHex(BYTES)),
                Arguments.of(
                        "hexadecimal in capitals",
                        HexFormat.ofDelimiter(":").withUpperCase().formatHex(BYTES)),
                Arguments.of(
                        "hexadecimal with prefixes",
                        HexFormat.of().withPrefix("0x").withDelimiter(", ").formatHex(BYTES)),
                Arguments.of("dump", dump(BYTES)),
                Arguments.of("decimal", Arrays.toString(BYTES)),
                Arguments.of("base64", base64(SECRET)),
                Arguments.of("base64 after one", base64("u" + SECRET + "x")),
                Arguments.of("base64 after two", base64("u:" + SECRET + "xy")),
                Arguments.of(
                        "base64 in lines",
                        Base64.getMimeEncoder(12, new byte[] {'\n'}).encodeToString(BYTES)),
                Arguments.of("base64 for URLs", Base64.getUrlEncoder().encodeToString(BYTES)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String dump(byte[] bytes) {
        StringBuilder dump = new StringBuilder();
        for (int from = 0; from < bytes.length; from += 16) {
            byte[] line = Arrays.copyOfRange(bytes, from, Math.min(from + 16, bytes.length));
            dump.append(String.format("%04X: ", from))
                    .append(HexFormat.ofDelimiter(" ").withUpperCase().formatHex(line))
                    .append("  ...a column of text\n");
        }
        return dump.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spellings")
    void in_anySpelling_isFound(String name, String text) {
        assertThat(Traces.of(SECRET).in("before " + text + " after")).as(name).isPresent();
    }

    @Test
    void in_textWithoutIt_isNotFound() {
        assertThat(Traces.of(SECRET).in("s3cr\u00e9t and a password, but not this one"))
                .isEmpty();
    }

    @Test
    void of_shortSecret_isRefused() {
        assertThatThrownBy(() -> Traces.of("1234567")).isInstanceOf(IllegalArgumentException.class);
    }
}
