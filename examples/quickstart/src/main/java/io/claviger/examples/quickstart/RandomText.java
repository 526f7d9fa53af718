package io.claviger.examples.quickstart;

import io.claviger.SecretValue;
import java.math.BigInteger;
import java.security.SecureRandom;

/** Secrets made up for one run, so that none stands in the source. */
final class RandomText {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BITS = 160;
    private static final int LETTERS_AND_DIGITS = 36;

    private RandomText() {}

    static SecretValue next() {
        return SecretValue.ofText(new BigInteger(BITS, RANDOM).toString(LETTERS_AND_DIGITS));
    }
}
