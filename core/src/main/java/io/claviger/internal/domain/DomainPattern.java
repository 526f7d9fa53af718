package io.claviger.internal.domain;

/**
 * One pattern of allowed domains.
 *
 * @param scheme the scheme of the targets that match
 * @param subdomains whether the names below the host match as well
 * @param host the host
 * @param port the port; {@link Authority#NO_PORT} if any port matches
 */
public record DomainPattern(String scheme, boolean subdomains, Host host, int port) {

    static final String WILDCARD = "*.";
    static final String DEFAULT_SCHEME = WebScheme.HTTPS.text();

    /**
     * Tells whether a target is one of those that the pattern stands for.
     *
     * @param target where a request would go
     * @return {@code true} if so
     */
    public boolean matches(Target target) {
        return scheme.equals(target.scheme())
                && (port == Authority.NO_PORT || port == target.port())
                && (host.text().equals(target.host().text())
                        || (subdomains && isBelow(target.host().text())));
    }

    private boolean isBelow(String name) {
        int dot = name.length() - host.text().length() - 1;
        return dot > 0 && name.charAt(dot) == '.' && name.endsWith(host.text());
    }

    /** Returns the shortest text that stands for the same. */
    @Override
    public String toString() {
        return (scheme.equals(DEFAULT_SCHEME) ? "" : scheme + "://")
                + (subdomains ? WILDCARD : "")
                + host.text()
                + (port == Authority.NO_PORT ? "" : ":" + port);
    }
}
