package io.claviger.simulation;

import io.claviger.SecretValue;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Which read brought a value. Values of the same version are equal in content, as in a real vault, so that they are told
 * apart by identity, which is what {@link SecretValue} is equal by.
 */
final class ReadNumbers {

    private static final Map<SecretValue, Integer> READS = new WeakHashMap<>();

    private ReadNumbers() {}

    static SecretValue numbered(String text, int read) {
        SecretValue value = SecretValue.ofText(text);
        READS.put(value, read);
        return value;
    }

    static int of(SecretValue value) {
        return READS.get(value);
    }
}
