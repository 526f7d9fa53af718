package io.claviger.provider.local.internal.store;

import io.claviger.ConfigurationException;
import java.text.Normalizer;

/** What an entry may be called. */
public final class EntryName {

    private EntryName() {}

    /**
     * Returns the canonical spelling of a name: composed characters (NFC).
     *
     * @param name 1 to 255 characters, none of them a control, formatting or line-separating one
     * @return the name to look up
     * @throws ConfigurationException if it cannot be a name
     */
    public static String of(String name) {
        String canonical = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (canonical.isEmpty() || canonical.length() > Limits.NAME_LENGTH) {
            throw new ConfigurationException("The name of an entry in a local vault has " + canonical.length()
                    + " characters. Use 1 to " + Limits.NAME_LENGTH + ".");
        }
        if (!canonical.codePoints().allMatch(EntryName::printable)) {
            throw new ConfigurationException("The name of an entry in a local vault has a character that cannot be"
                    + " printed. Use letters, digits, punctuation and spaces.");
        }
        return canonical;
    }

    private static boolean printable(int codePoint) {
        return switch (Character.getType(codePoint)) {
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
}
