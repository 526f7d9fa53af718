package io.claviger.internal.domain;

import com.google.common.base.CharMatcher;

/** Reads one pattern: {@code [scheme://][*.]host[:port][/path]}. */
final class PatternParser {

    private static final CharMatcher UNPRINTABLE =
            CharMatcher.whitespace().or(CharMatcher.javaIsoControl()).or(CharMatcher.is('\\'));

    private PatternParser() {}

    static DomainPattern parse(String text) {
        checkCharacters(text);
        int start = startOfAuthority(text);
        String scheme = start == 0 ? DomainPattern.DEFAULT_SCHEME : scheme(text.substring(0, start - "://".length()));
        int slash = text.indexOf('/', start);
        String authority = text.substring(start, slash < 0 ? text.length() : slash);
        boolean subdomains = authority.startsWith(DomainPattern.WILDCARD);
        int hostStart = subdomains ? DomainPattern.WILDCARD.length() : 0;
        try {
            return pattern(scheme, subdomains, authority.substring(hostStart));
        } catch (DomainFault fault) {
            throw fault.movedBy(start + hostStart);
        }
    }

    private static DomainPattern pattern(String scheme, boolean subdomains, String authority) {
        checkWildcard(authority);
        Authority parsed = Authority.parse(authority);
        if (parsed.host().isAddress()) {
            checkNoSubdomains(subdomains);
        } else {
            PublicSuffixes.check(parsed.host().text(), subdomains);
        }
        return new DomainPattern(scheme, subdomains, parsed.host(), parsed.port());
    }

    private static void checkCharacters(String text) {
        if (text.isEmpty()) {
            throw new DomainFault(
                    0, "A pattern is empty.", "Write one comma between two patterns and none at the ends.");
        }
        int wrong = UNPRINTABLE.indexIn(text);
        if (wrong >= 0) {
            throw new DomainFault(
                    wrong,
                    "A pattern holds no white space, control character or backslash.",
                    "Separate patterns by commas.");
        }
    }

    private static int startOfAuthority(String text) {
        int slash = text.indexOf('/');
        boolean afterScheme = slash > 0 && text.charAt(slash - 1) == ':' && text.startsWith("//", slash);
        return afterScheme ? slash + 2 : 0;
    }

    private static String scheme(String name) {
        return WebScheme.of(name)
                .orElseThrow(() -> new DomainFault(
                        0,
                        "Allowed domains know the schemes http and https only.",
                        "Begin with https:// or http://, or with the host, which means https."))
                .text();
    }

    private static void checkWildcard(String authority) {
        int star = authority.indexOf('*');
        if (star >= 0) {
            throw new DomainFault(
                    star,
                    "A star stands only at the beginning, before a dot and a domain.",
                    "Write *.example.com for example; to allow any domain, leave the list empty.");
        }
    }

    private static void checkNoSubdomains(boolean subdomains) {
        if (subdomains) {
            throw new DomainFault(0, "An address has no subdomains.", "Remove the *. before it.");
        }
    }
}
