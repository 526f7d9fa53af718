package io.claviger.testkit.assertion;

import io.claviger.Rendering;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a rendered text. Their messages show the redacted form alone. */
public final class RenderingAssert extends AbstractAssert<RenderingAssert, Rendering> {

    RenderingAssert(Rendering actual) {
        super(actual, RenderingAssert.class);
    }

    /**
     * Verifies the text with its values.
     *
     * @param text the expected text, which no message shows
     * @return this assertion
     */
    public RenderingAssert reveals(String text) {
        isNotNull();
        if (!actual.revealText().equals(text)) {
            failWithMessage("Expected another text than what is rendered, redacted, as:%n%s", actual);
        }
        return this;
    }

    /**
     * Verifies that the redacted form gives no value away.
     *
     * @param secrets the values
     * @return this assertion
     */
    public RenderingAssert hides(String... secrets) {
        isNotNull();
        new RedactionAssert(actual.toString()).hides(secrets);
        return this;
    }
}
