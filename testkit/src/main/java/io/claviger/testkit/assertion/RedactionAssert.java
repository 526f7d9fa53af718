package io.claviger.testkit.assertion;

import io.claviger.SecretValue;
import io.claviger.testkit.canary.Traces;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** Assertions about what a text gives away. Their messages show neither the text nor the secret. */
public final class RedactionAssert extends AbstractAssert<RedactionAssert, String> {

    RedactionAssert(String actual) {
        super(actual, RedactionAssert.class);
    }

    /**
     * Verifies that none of some secrets shows: plain, escaped, encoded for URLs, in hexadecimal or base64, or broken
     * across lines.
     *
     * @param secrets texts of at least 8 characters
     * @return this assertion
     */
    public RedactionAssert hides(String... secrets) {
        isNotNull();
        for (int i = 0; i < secrets.length; i++) {
            int number = i + 1;
            Traces.of(secrets[i])
                    .in(actual)
                    .ifPresent(trace -> failWithMessage(
                            "Expected a text without secrets, but secret %d of %d shows (%s)",
                            number, secrets.length, trace));
        }
        return this;
    }

    /**
     * Verifies that none of some secrets shows: plain, escaped, encoded for URLs, in hexadecimal or base64, or broken
     * across lines.
     *
     * @param secrets texts of at least 8 characters
     * @return this assertion
     */
    public RedactionAssert hides(SecretValue... secrets) {
        return hides(Stream.of(secrets).map(SecretValue::revealText).toArray(String[]::new));
    }
}
