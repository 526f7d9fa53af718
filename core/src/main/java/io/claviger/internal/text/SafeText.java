package io.claviger.internal.text;

import com.google.common.base.Ascii;

/** Makes text of others fit for messages, logs and audit. */
public final class SafeText {

    private static final int LONGEST = 256;
    private static final String CUT = "...";

    private SafeText() {}

    /**
     * Returns the text, cut and with every character escaped that could forge a line or turn its direction.
     *
     * @param text what somebody else wrote
     * @return at most 256 of its characters, each printable or escaped
     */
    public static String of(String text) {
        String bounded = bounded(text);
        StringBuilder safe = new StringBuilder(bounded.length());
        for (int i = 0; i < bounded.length(); i++) {
            char c = bounded.charAt(i);
            if (harmless(c)) {
                safe.append(c);
            } else {
                safe.append(String.format("\\u%04x", (int) c));
            }
        }
        return safe.toString();
    }

    /**
     * Returns the text, cut.
     *
     * @param text what somebody else wrote
     * @return at most 256 characters, of which the last three are dots if it was cut
     */
    public static String bounded(String text) {
        return Ascii.truncate(text, LONGEST, CUT);
    }

    /**
     * Tells whether a character can be shown as it is.
     *
     * @param c the character
     * @return {@code false} for control, formatting, line-separating and unpaired surrogate characters
     */
    public static boolean harmless(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }

    /**
     * Names a character.
     *
     * @param character its code point
     * @return {@code U+0041 (A)} for example, without what is in brackets if that cannot be shown
     */
    public static String character(int character) {
        String codePoint = String.format("U+%04X", character);
        boolean shown = Character.isBmpCodePoint(character) && character != ' ' && harmless((char) character);
        return shown ? codePoint + " (" + Character.toString(character) + ")" : codePoint;
    }
}
