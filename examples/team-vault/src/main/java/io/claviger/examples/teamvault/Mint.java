package io.claviger.examples.teamvault;

import io.claviger.SecretValue;
import java.math.BigInteger;
import java.security.SecureRandom;

/** Makes up secrets for one run, letters and digits, so that none stands in the source. */
@FunctionalInterface
interface Mint {

    SecretValue next();

    static Mint random() {
        SecureRandom random = new SecureRandom();
        return () -> SecretValue.ofText(new BigInteger(160, random).toString(36));
    }
}
