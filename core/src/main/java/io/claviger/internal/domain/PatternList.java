package io.claviger.internal.domain;

import com.google.common.base.CharMatcher;
import io.claviger.ConfigurationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Reads comma-separated patterns and reports every one that is wrong. */
public final class PatternList {

    private static final int LONGEST = 4_096;
    private static final int MOST_PATTERNS = 100;
    private static final CharMatcher AROUND = CharMatcher.anyOf(" \t\r\n");

    private final TreeMap<String, DomainPattern> patterns = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private PatternList() {}

    /**
     * Reads patterns.
     *
     * @param text comma-separated patterns
     * @return each of them once, in the order of their texts; none if the text is blank
     * @throws ConfigurationException if any of them is malformed or refused; has one problem for each
     */
    public static List<DomainPattern> parse(String text) {
        if (AROUND.matchesAllOf(text)) {
            return List.of();
        }
        checkSize(text);
        PatternList list = new PatternList();
        list.addAll(text);
        return List.copyOf(list.patterns());
    }

    private static void checkSize(String text) {
        if (text.length() > LONGEST || CharMatcher.is(',').countIn(text) >= MOST_PATTERNS) {
            throw new ConfigurationException(sentence(
                    Math.min(text.length(), LONGEST),
                    "The allowed domains have at most 100 patterns and 4,096 characters.",
                    "Use patterns such as *.example.com in place of single hosts."));
        }
    }

    private void addAll(String text) {
        int start = 0;
        while (start <= text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            add(text.substring(start, end), start);
            start = end + 1;
        }
    }

    private void add(String spaced, int start) {
        int begin = start + spaced.length() - AROUND.trimLeadingFrom(spaced).length();
        try {
            DomainPattern pattern = PatternParser.parse(AROUND.trimFrom(spaced));
            patterns.put(pattern.toString(), pattern);
        } catch (DomainFault fault) {
            problems.add(sentence(begin + fault.index(), fault.reason(), fault.remedy()));
        }
    }

    private Collection<DomainPattern> patterns() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return patterns.values();
    }

    private static String sentence(int index, String reason, String remedy) {
        return "allowed domains, column " + (index + 1) + ": " + reason + " " + remedy;
    }
}
