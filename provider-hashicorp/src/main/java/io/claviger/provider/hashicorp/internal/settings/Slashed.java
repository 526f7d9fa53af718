package io.claviger.provider.hashicorp.internal.settings;

import io.claviger.ConfigurationException;
import java.util.List;

/** Reads names that consist of segments with slashes between them. */
final class Slashed {

    private Slashed() {}

    /** Returns the segments; slashes around them do not count. Only characters that fit into a header are allowed. */
    static List<String> segments(String setting, String text) {
        String bare = stripSlashes(text);
        if (bare.isEmpty()) {
            return List.of();
        }
        List<String> segments = List.of(bare.split("/", -1));
        if (!segments.stream().allMatch(Slashed::isName)) {
            throw new ConfigurationException("The setting " + setting
                    + " is not a path of names with single slashes between them, made of visible ASCII characters.");
        }
        return segments;
    }

    private static boolean isName(String segment) {
        return !segment.isEmpty()
                && !segment.equals(".")
                && !segment.equals("..")
                && segment.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    private static String stripSlashes(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == '/') {
            start++;
        }
        while (start < end && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(start, end);
    }
}
