package io.claviger.testkit.assertion;

import io.claviger.SecretValue;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a value. Their messages never show it, nor what was expected. */
public final class SecretValueAssert extends AbstractAssert<SecretValueAssert, SecretValue> {

    SecretValueAssert(SecretValue actual) {
        super(actual, SecretValueAssert.class);
    }

    /**
     * Verifies that it is a text.
     *
     * @param text the expected text
     * @return this assertion
     */
    public SecretValueAssert isText(String text) {
        isNotNull();
        if (actual.binary()) {
            failWithMessage("Expected a text, but the value is binary");
        }
        return hasSameContentAs(SecretValue.ofText(text));
    }

    /**
     * Verifies that it is binary.
     *
     * @param bytes the expected bytes
     * @return this assertion
     */
    public SecretValueAssert isBinary(byte[] bytes) {
        isNotNull();
        if (!actual.binary()) {
            failWithMessage("Expected a binary value, but it is a text");
        }
        return hasSameContentAs(SecretValue.ofBytes(bytes));
    }

    /**
     * Verifies that it has the same bytes as another value; a text has those of UTF-8.
     *
     * @param expected the other value
     * @return this assertion
     */
    public SecretValueAssert hasSameContentAs(SecretValue expected) {
        isNotNull();
        if (!actual.hasSameContentAs(expected)) {
            failWithMessage(
                    "Expected another value: %d bytes were expected and there are %d (neither is shown)",
                    expected.revealBytes().length, actual.revealBytes().length);
        }
        return this;
    }
}
