package io.claviger;

import io.claviger.internal.domain.Target;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection to a vault would go: an origin (scheme, host and port, as in
 * <a href="https://www.rfc-editor.org/rfc/rfc6454">RFC 6454</a>) and, once it is known, an address of its host.
 *
 * <p>Immutable.
 */
public final class Endpoint {

    private final Target origin;
    private final @Nullable InetAddress address;
    private final boolean givenByActor;

    private Endpoint(Target origin, @Nullable InetAddress address, boolean givenByActor) {
        this.origin = origin;
        this.address = address;
        this.givenByActor = givenByActor;
    }

    /**
     * Returns the endpoint of an origin. Contacts nothing: the address is known if the host is one.
     *
     * @param origin an address of the scheme {@code http} or {@code https}; path, query and fragment are ignored
     * @return the endpoint
     * @throws ConfigurationException if it has another scheme, user-info, or a host or port that not every program reads
     *     alike, as {@link AllowedDomains} describes it
     */
    public static Endpoint of(URI origin) {
        Target target = Target.of(origin)
                .orElseThrow(
                        () -> new ConfigurationException(
                                "The address of a vault does not say clearly where it leads."
                                        + " Write https:// and the host, with a port if it is not 443, and without user-info."));
        return new Endpoint(target, target.host().address(), false);
    }

    /**
     * Returns the endpoint of this origin at one of its host's addresses.
     *
     * @param address what the name of the host resolves to
     * @return a new endpoint
     */
    public Endpoint at(InetAddress address) {
        return new Endpoint(origin, address, givenByActor);
    }

    /**
     * Returns this endpoint, marked as one that the settings of an actor lead to. The manager marks what it asks its policy
     * about; tests of a policy mark what they ask it about.
     *
     * @return a new endpoint
     */
    public Endpoint givenByActor() {
        return new Endpoint(origin, address, true);
    }

    /**
     * Returns the scheme.
     *
     * @return {@code https} or {@code http}
     */
    public String scheme() {
        return origin.scheme();
    }

    /**
     * Returns the host.
     *
     * @return a name in small letters and A-labels without a trailing dot, an IPv4 address as four decimal numbers, or an
     *     IPv6 address in brackets
     */
    public String host() {
        return origin.host().text();
    }

    /**
     * Returns the port.
     *
     * @return from 1 to 65535; the one of the scheme if the origin names none
     */
    public int port() {
        return origin.port();
    }

    /**
     * Returns the address.
     *
     * @return one address of the host; empty as long as its name is not resolved
     */
    public Optional<InetAddress> address() {
        return Optional.ofNullable(address);
    }

    /**
     * Tells who gave the settings that lead here.
     *
     * @return {@code true} if an actor did, or a setup that was imported; {@code false} if the host itself did
     */
    public boolean isGivenByActor() {
        return givenByActor;
    }

    /** Returns the origin, followed by the address if the host is a name and the address is known. */
    @Override
    public String toString() {
        String text = scheme() + "://" + host() + ":" + port();
        return address == null || origin.host().address() != null ? text : text + " at " + address.getHostAddress();
    }
}
