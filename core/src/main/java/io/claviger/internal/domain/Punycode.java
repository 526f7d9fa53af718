package io.claviger.internal.domain;

import java.util.Optional;

/** The decoder of RFC 3492, section 6.2. {@code java.net.IDN} refuses A-labels that only the later standard knows. */
final class Punycode {

    private static final int BASE = 36;
    private static final int SMALLEST_THRESHOLD = 1;
    private static final int LARGEST_THRESHOLD = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_CHARACTER = 0x80;
    private static final int LETTERS = 26;
    private static final int MALFORMED = -1;

    private final String digits;
    private final StringBuilder output;
    private int position;

    private Punycode(String basic, String digits) {
        this.output = new StringBuilder(basic);
        this.digits = digits;
    }

    /**
     * Returns what an A-label stands for.
     *
     * @param encoded the label after its prefix: small letters, digits and hyphens, of bounded length
     * @return its characters; empty if it is malformed
     */
    static Optional<String> decode(String encoded) {
        int delimiter = encoded.lastIndexOf('-');
        String basic = encoded.substring(0, Math.max(delimiter, 0));
        return new Punycode(basic, encoded.substring(delimiter + 1)).decode();
    }

    private Optional<String> decode() {
        int length = output.length();
        int character = FIRST_CHARACTER;
        int index = 0;
        int bias = FIRST_BIAS;
        while (position < digits.length()) {
            long delta = delta(bias);
            length++;
            long next = character + (index + delta) / length;
            if (delta == MALFORMED || !isCharacter(next)) {
                return Optional.empty();
            }
            bias = bias(delta, length, index == 0);
            character = (int) next;
            index = (int) ((index + delta) % length);
            output.insert(output.offsetByCodePoints(0, index), Character.toString(character));
            index++;
        }
        return Optional.of(output.toString());
    }

    /** Reads a number of variable length, of which digits from a threshold on are not the last. */
    private long delta(int bias) {
        long delta = 0;
        long weight = 1;
        for (int k = BASE; position < digits.length() && delta <= Integer.MAX_VALUE; k += BASE) {
            int digit = digit(digits.charAt(position++));
            int threshold = Math.min(Math.max(k - bias, SMALLEST_THRESHOLD), LARGEST_THRESHOLD);
            delta += digit * weight;
            if (digit < threshold) {
                return delta;
            }
            weight = Math.min(weight * (BASE - threshold), Integer.MAX_VALUE);
        }
        return MALFORMED;
    }

    private static int digit(char c) {
        return c >= 'a' ? c - 'a' : c - '0' + LETTERS;
    }

    private static int bias(long delta, int length, boolean first) {
        long rest = delta / (first ? DAMP : 2);
        rest += rest / length;
        int k = 0;
        while (rest > (BASE - SMALLEST_THRESHOLD) * LARGEST_THRESHOLD / 2) {
            rest /= BASE - SMALLEST_THRESHOLD;
            k += BASE;
        }
        return k + (int) ((BASE - SMALLEST_THRESHOLD + 1) * rest / (rest + SKEW));
    }

    // two surrogates beside each other would become one character
    private static boolean isCharacter(long value) {
        return value <= Character.MAX_CODE_POINT
                && (value < Character.MIN_SURROGATE || value > Character.MAX_SURROGATE);
    }
}
