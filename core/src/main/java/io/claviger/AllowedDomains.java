package io.claviger;

import java.net.URI;

/** Placeholder until the real one is merged. */
public final class AllowedDomains {
    private static final AllowedDomains ANY = new AllowedDomains("");
    private final String text;

    private AllowedDomains(String text) {
        this.text = text;
    }

    /**
     * Any.
     *
     * @return any
     */
    public static AllowedDomains any() {
        return ANY;
    }

    /**
     * Parse.
     *
     * @param text t
     * @return d
     */
    public static AllowedDomains parse(String text) {
        return new AllowedDomains(text);
    }

    /**
     * R.
     *
     * @return r
     */
    public boolean restricted() {
        return !text.isEmpty();
    }

    /**
     * A.
     *
     * @param target t
     * @return a
     */
    public boolean allows(URI target) {
        return text.isEmpty() || text.equals(target.getHost());
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof AllowedDomains a && a.text.equals(text);
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
