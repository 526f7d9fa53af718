package io.claviger.testkit.canary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What gives a secret away in a text: the secret itself, or an encoding of it, broken across lines or not. Immutable.
 */
public final class Traces {

    private static final int SHORTEST = 8;

    private final List<Needle> needles;

    private Traces(List<Needle> needles) {
        this.needles = needles;
    }

    /**
     * Returns the traces of a secret.
     *
     * @param secret a text of at least 8 characters: less stands in many texts by chance
     * @return the traces
     * @throws IllegalArgumentException if it is shorter
     */
    public static Traces of(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException("A secret of less than 8 characters cannot be looked for.");
        }
        return new Traces(Spellings.of(secret));
    }

    /** Returns the traces of any of some texts. */
    static Traces ofAny(Stream<String> pieces) {
        return new Traces(pieces.flatMap(piece -> Spellings.of(piece).stream()).toList());
    }

    /**
     * Looks for them.
     *
     * @param text what to look through
     * @return what kind of trace was found, {@code base64} for example; empty if there is none
     */
    public Optional<String> in(String text) {
        return in(new Haystack(text));
    }

    Optional<String> in(Haystack text) {
        return needles.stream().filter(text::contains).map(Needle::spelling).findFirst();
    }

    @Override
    public String toString() {
        return "Traces[...]";
    }
}
