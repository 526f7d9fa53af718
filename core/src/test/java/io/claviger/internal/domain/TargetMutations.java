package io.claviger.internal.domain;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Targets that are nearly right, always the same ones for a seed. */
final class TargetMutations {

    private static final int MOST_STEPS = 4;

    private static final List<String> SEEDS = List.of(
            "https://example.com/",
            "https://example.com:8443/a?b=c#d",
            "http://api.example.org:8080/",
            "https://shop.b\u00fccher.example/",
            "https://xn--bcher-kva.example/",
            "https://127.0.0.1/",
            "https://[::1]:8443/",
            "https://[::ffff:127.0.0.1]/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://example.com.evil.test/",
            "https://user:word@evil.test/");

    private static final List<String> PIECES = List.of(
            ".",
            "..",
            "@",
            ":",
            "://",
            "/",
            "//",
            "\\",
            "?",
            "#",
            "%",
            "%2e",
            "%40",
            "%00",
            "*",
            "*.",
            "-",
            "_",
            ",",
            ";",
            "[",
            "]",
            "[::1]",
            "0",
            "0x7f",
            "0177",
            "1",
            "80",
            "443",
            ":443",
            ":8080",
            "evil.test",
            ".evil.test",
            "@evil.test",
            "example.com",
            ".example.com",
            ".example.org",
            "xn--",
            "xn--bcher-kva",
            "xn--strae-oqa",
            "a",
            "E",
            "\u00fc",
            "\u00df",
            "\u0131",
            "\u0130",
            "\u212a",
            "\u3002",
            "\uff0e",
            "\uff61",
            "\u2024",
            "\uff0f",
            "\uff20",
            "\u2044",
            "\u00ad",
            "\u200b",
            "\u200d",
            "\u202e",
            "\ufe0f",
            "\u0308",
            "\u0661",
            "\uff11",
            "\ud83d",
            "\ude00",
            "\ud83d\ude00",
            " ",
            "\t",
            "\n",
            "\u0000",
            "{",
            "}",
            "{{vault:a}}",
            "http://",
            "HTTPS",
            "wss");

    private final Random random;

    TargetMutations(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        String target = oneOf(SEEDS);
        int steps = random.nextInt(MOST_STEPS);
        for (int i = 0; i < steps; i++) {
            target = mutated(target);
        }
        return target;
    }

    private String mutated(String target) {
        int from = random.nextInt(target.length() + 1);
        int to = Math.min(target.length(), from + random.nextInt(4));
        return switch (random.nextInt(5)) {
            case 0 -> replaced(target, from, to, oneOf(PIECES));
            case 1 -> replaced(target, from, from, oneOf(PIECES));
            case 2 -> replaced(target, from, to, "");
            case 3 -> replaced(target, from, to, target.substring(from, to).toUpperCase(Locale.ROOT));
            default -> replaced(target, from, from, part(oneOf(SEEDS)));
        };
    }

    private String part(String other) {
        int from = random.nextInt(other.length());
        return other.substring(from, from + random.nextInt(other.length() - from + 1));
    }

    private <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String replaced(String target, int from, int to, String piece) {
        return target.substring(0, from) + piece + target.substring(to);
    }
}
