package io.claviger;

import io.claviger.internal.text.SafeText;

/**
 * Something that an import does only if a person agrees to it. It names the state before and after, so that it is good for
 * exactly what was shown.
 *
 * @param kind what is agreed to
 * @param subject the integration or link, {@code integration team-vault} for example
 * @param before how it is now
 * @param after how it will be
 */
public record Confirmation(Kind kind, String subject, String before, String after) {

    /** What can be agreed to. */
    public enum Kind {
        /** Credentials go elsewhere: another address, login path or trust. */
        CHANGED_ORIGIN("goes elsewhere"),
        /** Values may be sent to more places. */
        LOOSENED_DOMAINS("may be sent to more places"),
        /** More may be read through an integration. */
        WIDENED_SCOPE("gives access to more");

        private final String description;

        Kind(String description) {
            this.description = description;
        }
    }

    /** Returns one line for a person, with texts of others cut and escaped. */
    @Override
    public String toString() {
        return SafeText.of(subject) + " " + kind.description + ": from " + SafeText.of(before) + " to "
                + SafeText.of(after);
    }
}
