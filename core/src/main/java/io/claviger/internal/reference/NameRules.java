package io.claviger.internal.reference;

import java.util.Optional;

/** The names that a reference is made of: {@code [a-z][a-z0-9-]{0,62}}, never encoded. */
enum NameRules {
    ALIAS("An alias", "an alias", "team-vault"),
    PARAMETER("The name of a parameter", "a name", "version");

    private static final int LONGEST = 63;

    private final String subject;
    private final String remedy;

    NameRules(String subject, String noun, String example) {
        this.subject = subject;
        this.remedy = "Write " + noun + " of small letters, digits and hyphens, such as " + example + ".";
    }

    /** Looks for what is wrong with a name that is not empty; says nothing of what it holds. */
    Optional<Fault> fault(String name) {
        if (!letter(name.charAt(0))) {
            return fault(0, " begins with a small letter a to z.");
        }
        for (int i = 1; i < name.length(); i++) {
            if (i == LONGEST) {
                return fault(i, " has at most 63 characters.");
            }
            if (!follower(name.charAt(i))) {
                return fault(i, " consists of small letters a to z, digits and hyphens.");
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> fault(int index, String predicate) {
        return Optional.of(new Fault(index, subject + predicate, remedy));
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean follower(char c) {
        return letter(c) || (c >= '0' && c <= '9') || c == '-';
    }
}
