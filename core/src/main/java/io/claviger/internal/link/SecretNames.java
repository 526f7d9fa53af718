package io.claviger.internal.link;

import io.claviger.ConfigurationException;
import io.claviger.internal.text.SafeText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The rule for secret names: 1 to 128 characters, each a letter or digit of any script or one of {@code _ . -}, in
 * Unicode normal form C. Names that differ in case are different names.
 */
public final class SecretNames {

    private static final int LONGEST = 128;
    private static final String MARKS = "_.-";
    private static final String CHARACTERS_REMEDY = "Write a name of letters, digits and _ . - such as db_password.";

    private SecretNames() {}

    /**
     * Checks a name.
     *
     * @param name a secret name
     * @return the name
     * @throws ConfigurationException if it is not allowed, with what to write instead
     */
    public static String check(String name) {
        problem(name).ifPresent(problem -> {
            throw new ConfigurationException(problem.reason() + " " + problem.remedy());
        });
        return name;
    }

    /**
     * Tells whether a text is a secret name.
     *
     * @param name any text
     * @return whether it keeps the rule
     */
    public static boolean valid(String name) {
        return problem(name).isEmpty();
    }

    /**
     * Looks for what is wrong with a name.
     *
     * @param name any text
     * @return the first problem; empty for a secret name
     */
    public static Optional<NameProblem> problem(String name) {
        if (name.isEmpty()) {
            return Optional.of(new NameProblem(0, "A secret name is empty.", CHARACTERS_REMEDY));
        }
        return lengthProblem(name).or(() -> formProblem(name)).or(() -> characterProblem(name));
    }

    private static Optional<NameProblem> lengthProblem(String name) {
        return name.codePointCount(0, name.length()) > LONGEST
                ? Optional.of(new NameProblem(
                        name.offsetByCodePoints(0, LONGEST),
                        "A secret name has at most 128 characters.",
                        "Give the secret a shorter name."))
                : Optional.empty();
    }

    // before the characters: a letter with a separate accent is to be composed, not removed
    private static Optional<NameProblem> formProblem(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return composed.equals(name)
                ? Optional.empty()
                : Optional.of(new NameProblem(
                        difference(name, composed),
                        "A secret name is not in Unicode normal form C.",
                        "Pass it through java.text.Normalizer with Form.NFC, or type the character as one."));
    }

    private static int difference(String name, String composed) {
        int index = 0;
        while (index < Math.min(name.length(), composed.length()) && name.charAt(index) == composed.charAt(index)) {
            index++;
        }
        return Math.min(index, name.length() - 1);
    }

    private static Optional<NameProblem> characterProblem(String name) {
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            if (!allowed(name.codePointAt(i))) {
                return Optional.of(new NameProblem(
                        i,
                        "The character " + described(name.codePointAt(i)) + " is not allowed in a secret name.",
                        CHARACTERS_REMEDY));
            }
        }
        return Optional.empty();
    }

    private static boolean allowed(int character) {
        return Character.isLetterOrDigit(character) || MARKS.indexOf(character) >= 0;
    }

    private static String described(int character) {
        String codePoint = String.format(Locale.ROOT, "U+%04X", character);
        boolean shown = Character.isBmpCodePoint(character) && SafeText.harmless((char) character) && character != ' ';
        return shown ? codePoint + " (" + Character.toString(character) + ")" : codePoint;
    }
}
