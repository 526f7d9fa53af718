package io.claviger.internal.reference;

import io.claviger.internal.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Which characters a reference may hold, and how they are encoded and named in messages. */
final class CharacterRules {

    private static final HexFormat HEXADECIMAL = HexFormat.of().withUpperCase();

    private CharacterRules() {}

    /** Looks for a character that is not allowed even when it is encoded. */
    static Optional<Fault> fault(String text, Component component) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (!allowed(character)) {
                return Optional.of(refusal(i, character, component));
            }
        }
        return Optional.empty();
    }

    /** Tells whether a character may be in a reference, encoded or not. */
    static boolean allowed(int character) {
        return !Character.isISOControl(character) && !surrogate(character);
    }

    /** Says why a character that is not allowed is refused. */
    static Fault refusal(int index, int character, Component component) {
        String where = " is not allowed in " + component.place() + ".";
        return surrogate(character)
                ? new Fault(
                        index,
                        "The unpaired surrogate " + codePoint(character) + where,
                        "Remove it; it is one half of a character.")
                : new Fault(
                        index,
                        "The control character " + codePoint(character) + where,
                        "Remove it; it is not allowed percent-encoded either.");
    }

    /** Says how to encode a character that does not stand for itself. */
    static Fault unencoded(int index, int character, Component component) {
        String another = component == Component.PARAMETER && character == '?'
                ? ", or & if another parameter begins there."
                : " in its place.";
        return new Fault(
                index,
                "The character " + named(character) + " must be percent-encoded in " + component.place() + ".",
                "Write " + encoded(character) + another);
    }

    /** Returns the octets of a character in UTF-8, each percent-encoded. */
    static String encoded(int character) {
        StringBuilder octets = new StringBuilder();
        for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            octets.append('%').append(HEXADECIMAL.toHexDigits(octet));
        }
        return octets.toString();
    }

    private static String named(int character) {
        boolean shown = Character.isBmpCodePoint(character) && SafeText.harmless((char) character);
        return codePoint(character) + (shown && character != ' ' ? " (" + Character.toString(character) + ")" : "");
    }

    private static String codePoint(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }

    private static boolean surrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
