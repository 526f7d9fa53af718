package io.claviger.testkit.canary;

import io.claviger.testkit.canary.Haystack.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** In which spellings a secret may show. */
final class Spellings {

    private Spellings() {}

    static List<Needle> of(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                        plain(secret, bytes),
                        escaped(secret),
                        url(secret),
                        hexadecimal(bytes),
                        decimal(bytes),
                        base64(bytes))
                .flatMap(spelling -> spelling)
                .distinct()
                .toList();
    }

    private static Stream<Needle> plain(String secret, byte[] bytes) {
        return Stream.of(squeezed("plain", secret), squeezed("plain", new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    private static Stream<Needle> escaped(String secret) {
        String json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
        String xml = secret.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        return Stream.of(
                squeezed("escaped", json), squeezed("escaped", codePoints(json, "\\u%04x")), squeezed("escaped", xml));
    }

    private static String codePoints(String text, String format) {
        return text.chars()
                .mapToObj(c -> c < 0x7f ? String.valueOf((char) c) : String.format(Locale.ROOT, format, c))
                .collect(Collectors.joining());
    }

    private static Stream<Needle> url(String secret) {
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return Stream.of(
                squeezed("encoded for a URL", encoded), squeezed("encoded for a URL", encoded.replace("+", "%20")));
    }

    private static Stream<Needle> hexadecimal(byte[] bytes) {
        String digits = HexFormat.of().formatHex(bytes);
        return Stream.of(
                new Needle("hexadecimal", Form.HEXADECIMAL, digits),
                new Needle("hexadecimal dump", Form.DUMPED, digits));
    }

    private static Stream<Needle> decimal(byte[] bytes) {
        String signed = Arrays.toString(bytes);
        String unsigned = IntStream.range(0, bytes.length)
                .mapToObj(i -> String.valueOf(bytes[i] & 0xff))
                .collect(Collectors.joining(","));
        return Stream.of(
                squeezed("decimal bytes", signed.substring(1, signed.length() - 1)),
                squeezed("decimal bytes", unsigned));
    }

    /** Where it begins within what is encoded decides how it looks. */
    private static Stream<Needle> base64(byte[] bytes) {
        Set<String> aligned =
                IntStream.range(0, 3).mapToObj(before -> aligned(bytes, before)).collect(Collectors.toSet());
        return aligned.stream()
                .flatMap(text -> Stream.of(text, text.replace('+', '-').replace('/', '_')))
                .map(text -> new Needle("base64", Form.SQUEEZED, text));
    }

    private static String aligned(byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        // characters that depend on the neighbours, too, are cut off
        int from = before == 0 ? 0 : before + 1;
        int to = shifted.length * 8 / 6;
        return text.substring(from, to);
    }

    private static Needle squeezed(String spelling, String text) {
        return new Needle(spelling, Form.SQUEEZED_LOWER_CASE, Form.SQUEEZED_LOWER_CASE.of(text));
    }
}
