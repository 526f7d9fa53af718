package io.claviger;

import io.claviger.internal.domain.DomainPattern;
import io.claviger.internal.domain.PatternList;
import io.claviger.internal.domain.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a link or an integration may be sent: any target, or those that match one of several patterns.
 *
 * <p>Patterns are separated by commas, and each has the form
 *
 * <pre>{@code [scheme://][*.]host[:port][/path]}</pre>
 *
 * <ul>
 *   <li>scheme: {@code https}, which is the default, or {@code http}; no other is taken
 *   <li>{@code *.}: the names below the host match as well, at any depth, and so does the host itself
 *   <li>host: a name, a single label such as {@code localhost} included; an IPv4 address as four decimal numbers; an IPv6
 *       address in brackets. It matches as a whole and in any case, never as a part of another name
 *   <li>port: by default any; a target that names none has that of its scheme, 443 or 80
 *   <li>path: ignored
 * </ul>
 *
 * <p>Public suffixes ({@code com}, {@code *.co.uk}, {@code github.io}) are refused, because anybody may register names
 * under them, and so is {@code *.} before a single label.
 *
 * <p>Names are compared as A-labels (<a href="https://www.rfc-editor.org/rfc/rfc5890">RFC 5890</a>) in small letters
 * without a trailing dot, addresses as numbers; an IPv4-mapped IPv6 address is the IPv4 address. Where programs disagree
 * about what a host means, it is allowed by no pattern and taken in none: user-info, IPv4 addresses as one number, octal,
 * hexadecimal or shortened, IPv6 zones, percent-encoded hosts, underscores, full-width and other mapped characters,
 * letters that the standards for international names treat differently. Such names can be written as A-labels.
 *
 * <p>Test the final target, after everything in it is substituted, and each target of a redirect. Equal if the patterns
 * are the same; {@code parse(domains.toString())} equals {@code domains}. Immutable.
 */
public final class AllowedDomains {

    private static final AllowedDomains ANY = new AllowedDomains(List.of());

    private final List<DomainPattern> patterns;
    private final String text;

    private AllowedDomains(List<DomainPattern> patterns) {
        this.patterns = patterns;
        this.text = patterns.stream().map(DomainPattern::toString).collect(Collectors.joining(", "));
    }

    /**
     * Returns the domains of what is not restricted. The default.
     *
     * @return domains that allow every target
     */
    public static AllowedDomains any() {
        return ANY;
    }

    /**
     * Reads patterns.
     *
     * @param patterns comma-separated patterns, {@code api.example.com, *.example.org:8443} for example; blank for any
     *     domain; at most 100 patterns and 4,096 characters
     * @return the domains
     * @throws ConfigurationException if patterns are malformed or refused; has one problem for each of them, with column,
     *     reason and remedy
     */
    public static AllowedDomains parse(String patterns) {
        List<DomainPattern> parsed = PatternList.parse(patterns);
        return parsed.isEmpty() ? ANY : new AllowedDomains(parsed);
    }

    /**
     * Tells whether values may be sent to a target.
     *
     * @param target the final target
     * @return {@code true} if not restricted, or if a pattern matches; {@code false} if there is any doubt about the
     *     target's host
     */
    public boolean allows(URI target) {
        return !restricted() || Target.of(target).filter(this::matches).isPresent();
    }

    /**
     * Tells whether values may be sent to a target that is given as text, which is never taken more generously than as a
     * {@link URI}: nothing is trimmed, repaired or completed.
     *
     * @param target the final target
     * @return {@code true} if not restricted, or if a pattern matches; {@code false} if the text is not a well-formed
     *     address or there is any doubt about its host
     */
    public boolean allows(String target) {
        return !restricted() || uri(target).filter(this::allows).isPresent();
    }

    private boolean matches(Target target) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(target));
    }

    private static Optional<URI> uri(String target) {
        try {
            return Optional.of(new URI(target));
        } catch (URISyntaxException | NumberFormatException e) {
            // the latter comes of an octet beyond all numbers at the end of an IPv6 address
            return Optional.empty();
        }
    }

    /**
     * Tells whether there is any pattern. What is restricted has no value where no target is given.
     *
     * @return {@code false} if every target is allowed
     */
    public boolean restricted() {
        return !patterns.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AllowedDomains that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the patterns in canonical form, each once and in a stable order; an empty text for any domain. */
    @Override
    public String toString() {
        return text;
    }
}
