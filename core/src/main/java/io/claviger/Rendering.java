package io.claviger;

/**
 * A rendered text: readable through {@link #revealText()}, redacted when printed. Immutable.
 */
public final class Rendering {

    private final transient SecretValue rendered;
    private final String redacted;

    private Rendering(SecretValue rendered, String redacted) {
        this.rendered = rendered;
        this.redacted = redacted;
    }

    /**
     * Returns a rendering.
     *
     * @param rendered the text with its values
     * @param redacted the same text with its references in the place of values
     * @return the rendering
     */
    public static Rendering of(SecretValue rendered, String redacted) {
        return new Rendering(rendered, redacted);
    }

    /**
     * Returns the text with its values.
     *
     * @return readable secrets among other text; treat it as a secret
     */
    public String revealText() {
        return rendered.revealText();
    }

    /**
     * Returns the text with its values, for places that take a secret.
     *
     * @return the text as one value
     */
    public SecretValue value() {
        return rendered;
    }

    /** Returns the redacted text: the source, with references where the values are. */
    @Override
    public String toString() {
        return redacted;
    }
}
