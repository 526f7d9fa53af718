package io.claviger.internal.reference;

/** The first characters of every reference. */
final class Scheme {

    static final String PREFIX = "vault://";

    private Scheme() {}

    /** Returns what comes after the scheme. */
    static Span skip(Span all) {
        String text = all.text();
        if (text.startsWith(PREFIX)) {
            return all.startingAt(PREFIX.length());
        }
        if (text.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            throw all.error(departure(text), "The scheme is written in small letters.", "Begin with vault:// instead.");
        }
        throw all.error(
                departure(text),
                "A reference begins with vault://.",
                "Write vault://alias/path#field; native forms are read by IntegrationManager.reference(text).");
    }

    private static int departure(String text) {
        int index = 0;
        while (index < text.length() && text.charAt(index) == PREFIX.charAt(index)) {
            index++;
        }
        return index;
    }
}
