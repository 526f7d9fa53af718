package io.claviger.internal.scope;

/** Compares a text with a pattern in which an asterisk stands for any characters. Linear in their lengths' product at most. */
final class Glob {

    private Glob() {}

    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int retry = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++retry;
            } else {
                return false;
            }
        }
        return onlyStars(pattern, p);
    }

    private static boolean onlyStars(String pattern, int from) {
        return pattern.chars().skip(from).allMatch(c -> c == '*');
    }
}
