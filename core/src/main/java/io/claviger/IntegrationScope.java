package io.claviger;

import io.claviger.internal.scope.ScopePattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may be read through an integration, whoever asks: patterns of paths and of parameters. Outside its scope a reference
 * is denied without a call to the vault. Immutable.
 *
 * <p>A pattern of paths is written as segments joined by {@code /}: {@code *} stands for any characters of one segment, and
 * a last segment {@code **} for everything below. A pattern of a parameter is written as {@code name=value}, where {@code *}
 * stands for any characters: {@code region=eu-*}. A reference is in scope if its path fits any of the patterns of paths, and
 * each of its parameters that has patterns fits one of them. Paths and parameters are compared in the vault's own spelling.
 *
 * <p>What could be meant as either has to say what it is: {@code env=prod/app} is refused. It is written
 * {@code ?env=prod/app} for the value of a parameter, as in
 * {@code ?role=arn:aws:iam::123456789012:role/app-*}, and {@code /env=prod/app} for a path. A path of a single segment with a
 * {@code =} in it is written {@code /env=prod} too, since {@code env=prod} is a parameter.
 *
 * <p>A scope always names paths: patterns of parameters alone would leave every path open, and are refused. Whoever means
 * that writes {@code **} with them.
 */
public final class IntegrationScope {

    private static final IntegrationScope EVERYTHING = new IntegrationScope(List.of());

    private final List<ScopePattern> patterns;

    private IntegrationScope(List<ScopePattern> patterns) {
        this.patterns = patterns;
    }

    /**
     * Returns the scope that restricts nothing.
     *
     * @return everything
     */
    public static IntegrationScope everything() {
        return EVERYTHING;
    }

    /**
     * Returns a scope.
     *
     * @param patterns {@code secret/app/**} for example; at least one of paths
     * @return the scope
     * @throws ConfigurationException if there is none of paths, or if any is malformed; lists every problem
     */
    public static IntegrationScope of(String... patterns) {
        return of(List.of(patterns));
    }

    /**
     * Returns a scope.
     *
     * @param patterns {@code secret/app/**} for example; at least one of paths
     * @return the scope
     * @throws ConfigurationException if there is none of paths, or if any is malformed; lists every problem
     */
    public static IntegrationScope of(Collection<String> patterns) {
        List<String> problems = new ArrayList<>();
        List<ScopePattern> parsed = new ArrayList<>();
        for (String pattern : patterns) {
            ScopePattern.problem(pattern).ifPresentOrElse(problems::add, () -> parsed.add(ScopePattern.parse(pattern)));
        }
        if (patterns.isEmpty()) {
            problems.add("A scope has no patterns. Give at least one, or take IntegrationScope.everything().");
        }
        if (problems.isEmpty()
                && parsed.stream().allMatch(pattern -> pattern.parameter().isPresent())) {
            problems.add(
                    "A scope of parameters alone leaves every path open. Add a pattern of paths, ** for all of them."
                            + " A path that begins like name=value is written with a leading /.");
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new IntegrationScope(parsed.stream().distinct().sorted().collect(Collectors.toUnmodifiableList()));
    }

    /**
     * Tells whether anything is outside of it.
     *
     * @return {@code false} for the scope that restricts nothing
     */
    public boolean restricted() {
        return !patterns.isEmpty();
    }

    /**
     * Returns the patterns.
     *
     * @return the patterns as text, in a stable order; empty if it restricts nothing
     */
    public List<String> patterns() {
        return patterns.stream().map(ScopePattern::toString).toList();
    }

    /**
     * Tells whether something is in scope.
     *
     * @param path the segments of its path
     * @param parameters its parameters
     * @return {@code true} if it may be read
     */
    public boolean allows(List<String> path, Map<String, String> parameters) {
        return ScopePattern.allow(patterns, path, parameters);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntegrationScope that && patterns.equals(that.patterns);
    }

    @Override
    public int hashCode() {
        return patterns.hashCode();
    }

    @Override
    public String toString() {
        return restricted() ? String.join(", ", patterns()) : "everything";
    }
}
