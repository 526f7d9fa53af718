package io.claviger.testkit.canary;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in the forms in which secrets are looked for in it. Not safe for use by several threads. */
final class Haystack {

    private static final Pattern DUMP_LINE =
            Pattern.compile("(?m)^.*?\\b[0-9a-f]{2,8}[:|]? {1,4}((?:[0-9a-f]{2}[ :|-]{1,3}){4,16}[0-9a-f]{0,2}).*$");

    private final String text;
    private final Map<Form, String> forms = new EnumMap<>(Form.class);

    Haystack(String text) {
        this.text = text;
    }

    boolean contains(Needle needle) {
        return forms.computeIfAbsent(needle.form(), form -> form.of(text)).contains(needle.text());
    }

    /** What is done to a text, so that a needle is found however it was laid out. */
    enum Form {
        /** Upper and lower case told apart; without white space, quotes and line breaks in any spelling. */
        SQUEEZED,
        /** Without all of that, in lower case. */
        SQUEEZED_LOWER_CASE,
        /** Without anything that stands between two hexadecimal digits. */
        HEXADECIMAL,
        /** The bytes of dumps, their offsets and right columns cut off. */
        DUMPED;

        String of(String text) {
            return switch (this) {
                case SQUEEZED -> squeeze(text);
                case SQUEEZED_LOWER_CASE -> squeeze(text).toLowerCase(Locale.ROOT);
                case HEXADECIMAL ->
                    SQUEEZED_LOWER_CASE.of(text).replace("0x", "").replaceAll("[,:|-]", "");
                case DUMPED -> dumped(text);
            };
        }
    }

    private static String squeeze(String text) {
        StringBuilder squeezed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isEscapedBreak(text, i)) {
                i++;
            } else if (!Character.isWhitespace(c) && c != 0 && c != '"' && c != '\'') {
                squeezed.append(c);
            }
        }
        return squeezed.toString();
    }

    private static boolean isEscapedBreak(String text, int i) {
        return text.charAt(i) == '\\' && i + 1 < text.length() && "nrt".indexOf(text.charAt(i + 1)) >= 0;
    }

    private static String dumped(String text) {
        StringBuilder bytes = new StringBuilder();
        Matcher line = DUMP_LINE.matcher(text.toLowerCase(Locale.ROOT));
        while (line.find()) {
            bytes.append(line.group(1).replaceAll("[^0-9a-f]", ""));
        }
        return bytes.toString();
    }
}
