package io.claviger;

import io.claviger.internal.text.SafeText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One integration or link that an import adds, changes or removes.
 *
 * @param kind which of these
 * @param subject the integration or link, {@code integration team-vault} for example
 * @param differences what is different
 */
public record SetupChange(Kind kind, String subject, List<Difference> differences) {

    /** What happens to it. */
    public enum Kind {
        /** It was not there. */
        ADDED('+'),
        /** It is different. */
        CHANGED('~'),
        /** It will not be there any more. */
        REMOVED('-');

        private final char mark;

        Kind(char mark) {
            this.mark = mark;
        }
    }

    /**
     * One thing that is different.
     *
     * @param what {@code setting address} for example
     * @param before how it is now; empty if there is nothing
     * @param after how it will be; empty if there will be nothing
     */
    public record Difference(String what, String before, String after) {

        /** Returns a part of a line for a person, with texts of others cut and escaped. */
        @Override
        public String toString() {
            return SafeText.of(what) + ": " + shown(before) + " -> " + shown(after);
        }

        private static String shown(String text) {
            return text.isEmpty() ? "(none)" : SafeText.of(text);
        }
    }

    /**
     * Copies what could be changed.
     *
     * @param kind which of these
     * @param subject the integration or link
     * @param differences what is different
     */
    public SetupChange {
        differences = List.copyOf(differences);
    }

    /** Returns one line for a person, with texts of others cut and escaped. */
    @Override
    public String toString() {
        return kind.mark + " " + SafeText.of(subject)
                + differences.stream().map(Difference::toString).collect(Collectors.joining("; ", " (", ")"));
    }
}
