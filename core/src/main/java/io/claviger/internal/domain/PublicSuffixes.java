package io.claviger.internal.domain;

import com.google.common.net.InternetDomainName;

/** Names under which anybody may register, as Guava's copy of the public suffix list (publicsuffix.org) has them. */
final class PublicSuffixes {

    // no rule of the list names it, so that it stands for any name
    private static final String ANYBODY = "claviger-anybody.";

    private PublicSuffixes() {}

    /** Refuses a pattern for a host, or for all below it, that somebody else may own. */
    static void check(String name, boolean subdomains) {
        if (isPublic(name)) {
            throw new DomainFault(
                    0,
                    "The host is a public suffix: anybody may register a name under it.",
                    "Name a domain of your own, example.com instead of com for example.");
        }
        if (subdomains && isSharedBelow(name)) {
            throw new DomainFault(
                    0,
                    "The names below the host are public suffixes, or the host has one label only.",
                    "Name a domain of your own after the *., or single hosts without it.");
        }
    }

    // by the list's own last rule, every top-level domain that it does not name is a public suffix
    private static boolean isSharedBelow(String name) {
        return name.indexOf('.') < 0 || isPublic(ANYBODY + name);
    }

    private static boolean isPublic(String name) {
        return InternetDomainName.isValid(name) && InternetDomainName.from(name).isPublicSuffix();
    }
}
