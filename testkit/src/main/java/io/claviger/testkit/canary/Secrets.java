package io.claviger.testkit.canary;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The secrets of one canary. Safe for use by several threads. */
final class Secrets {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int HALF = 12;

    private final SecureRandom random = new SecureRandom();
    private final List<Traces> all = new CopyOnWriteArrayList<>();

    /** Letters and digits that stand nowhere else. Half of them are enough to be found. */
    String make() {
        String first = random();
        String second = random();
        all.add(Traces.ofAny(Stream.of(first, second)));
        return first + second;
    }

    private String random() {
        return random.ints(HALF, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
    }

    void add(String secret) {
        all.add(Traces.of(secret));
    }

    /** Says which secret shows in a text, and how. */
    Optional<String> in(String text) {
        Haystack haystack = new Haystack(text);
        for (int i = 0; i < all.size(); i++) {
            Optional<String> trace = all.get(i).in(haystack);
            if (trace.isPresent()) {
                return Optional.of("secret " + (i + 1) + " of " + all.size() + " (" + trace.get() + ")");
            }
        }
        return Optional.empty();
    }
}
