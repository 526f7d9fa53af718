package io.claviger.internal.scope;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One pattern of a scope: of a path, or of one parameter. What could be meant as either has a mark: a leading {@code /} for a
 * path, a leading {@code ?} for a parameter. Each pattern has one text, however it was written.
 */
public final class ScopePattern implements Comparable<ScopePattern> {

    private static final int LONGEST = 1024;
    private static final String REST = "**";
    private static final Pattern PARAMETER = Pattern.compile("\\??([a-z][a-z0-9-]*)=(.+)", Pattern.DOTALL);
    private static final String PATH_MARK = "/";
    private static final String PARAMETER_MARK = "?";
    private static final Splitter SEGMENTS = Splitter.on('/');

    private final String text;
    private final @Nullable String parameter;
    private final List<String> globs;

    private ScopePattern(String text, @Nullable String parameter, List<String> globs) {
        this.text = text;
        this.parameter = parameter;
        this.globs = globs;
    }

    /**
     * Looks for what is wrong with a pattern.
     *
     * @param text a pattern
     * @return what is wrong and what to write instead; empty for a pattern
     */
    public static Optional<String> problem(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.of("A pattern of a scope must have 1 to " + LONGEST + " characters.");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("A pattern of a scope has a control character in it. Remove it.");
        }
        if (isAmbiguous(text)) {
            return Optional.of(
                    "A pattern of a scope has an = and a / behind it, and could be one of a path or of a parameter."
                            + " Write it with a leading / for a path, or with a leading ? for a parameter.");
        }
        return PARAMETER.matcher(text).matches() ? Optional.empty() : pathProblem(segments(text));
    }

    private static boolean isAmbiguous(String text) {
        Matcher parameter = PARAMETER.matcher(text);
        return !text.startsWith(PARAMETER_MARK) && parameter.matches() && hasSlash(parameter.group(2));
    }

    private static boolean hasSlash(String value) {
        return value.contains(PATH_MARK);
    }

    // the mark is none where the path is one without it: then it is an empty segment
    private static List<String> segments(String text) {
        boolean marked = text.startsWith(PATH_MARK)
                && PARAMETER.matcher(text.substring(1)).matches();
        return SEGMENTS.splitToList(marked ? text.substring(1) : text);
    }

    private static Optional<String> pathProblem(List<String> segments) {
        if (segments.contains("")) {
            return Optional.of("A pattern of a scope has an empty segment. Write segments joined by single slashes.");
        }
        boolean restInside = segments.subList(0, segments.size() - 1).stream().anyMatch(s -> s.contains(REST));
        String last = segments.get(segments.size() - 1);
        return restInside || (last.contains(REST) && !last.equals(REST))
                ? Optional.of("A pattern of a scope has ** in a place where it means nothing. Write it as the last"
                        + " segment alone.")
                : Optional.empty();
    }

    /**
     * Reads a pattern that has no problem.
     *
     * @param text the pattern
     * @return the pattern
     */
    public static ScopePattern parse(String text) {
        Matcher parameter = PARAMETER.matcher(text);
        return parameter.matches()
                ? ofParameter(parameter.group(1), parameter.group(2))
                : new ScopePattern(text, null, segments(text));
    }

    private static ScopePattern ofParameter(String name, String value) {
        String text = name + "=" + value;
        return new ScopePattern(hasSlash(value) ? PARAMETER_MARK + text : text, name, List.of(value));
    }

    /**
     * Returns which parameter it restricts.
     *
     * @return its name; empty for a pattern of paths
     */
    public Optional<String> parameter() {
        return Optional.ofNullable(parameter);
    }

    /**
     * Tells whether a path and parameters fit some patterns.
     *
     * @param patterns the patterns; with none, everything fits
     * @param path the segments
     * @param parameters names and values
     * @return {@code true} if they fit
     */
    public static boolean allow(List<ScopePattern> patterns, List<String> path, Map<String, String> parameters) {
        return allowPath(patterns, path)
                && parameters.entrySet().stream()
                        .allMatch(entry -> allowParameter(patterns, entry.getKey(), entry.getValue()));
    }

    private static boolean allowPath(List<ScopePattern> patterns, List<String> path) {
        return patterns.stream().noneMatch(pattern -> pattern.parameter == null)
                || patterns.stream().anyMatch(pattern -> pattern.parameter == null && pattern.fits(path));
    }

    private static boolean allowParameter(List<ScopePattern> patterns, String name, String value) {
        List<ScopePattern> about = patterns.stream()
                .filter(pattern -> name.equals(pattern.parameter))
                .toList();
        return about.isEmpty() || about.stream().anyMatch(pattern -> Glob.matches(pattern.globs.get(0), value));
    }

    private boolean fits(List<String> path) {
        int last = globs.size() - 1;
        boolean open = globs.get(last).equals(REST);
        if (open ? path.size() <= last : path.size() != globs.size()) {
            return false;
        }
        for (int i = 0; i < (open ? last : globs.size()); i++) {
            if (!Glob.matches(globs.get(i), path.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(ScopePattern other) {
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScopePattern that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
