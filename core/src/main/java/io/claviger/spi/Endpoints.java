package io.claviger.spi;

import io.claviger.ConfigurationException;
import io.claviger.Endpoint;
import io.claviger.EndpointDecision;
import io.claviger.EndpointPolicy;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;

/**
 * Where a provider may connect to, as the host's {@link EndpointPolicy} says for one integration.
 *
 * <p>A provider calls {@link #check} for every origin when its client is opened, and {@link #resolve} before each
 * connection, for origins that the vault names (a redirect, a regional endpoint) as well.
 *
 * <p><b>Names that change their address.</b> Whoever owns a name can have it resolve to a public address when it is
 * checked and to a private one when it is used. So a provider connects to the addresses that {@link #resolve} has
 * returned, and to no other: client libraries take a resolver of names for that. {@code java.net.http.HttpClient} takes
 * none. With it, call {@link #resolve} right before each request, do not follow redirects by the client, and know what
 * remains: the client looks the name up once more, in the cache of {@link InetAddress}, which answers the same for
 * {@code networkaddress.cache.ttl} (by default 30 seconds) from the first look-up. If that time ends between the two,
 * the connection can go to an address that nobody has checked. Over HTTPS it then ends in the handshake, since a service there
 * has no certificate for the name: no request and no credential is sent, and whoever set the trap learns at most
 * whether something listens. Plain HTTP, where that is not so, is refused by {@link EndpointPolicy#guarded()}. The time
 * must not be set to zero, which makes every look-up a new one.
 *
 * <p>Behind a proxy the proxy looks names up: {@link #resolve} the proxy's own origin, {@link #check} the vault's, and
 * leave the addresses to the rules of the proxy.
 *
 * <p>Safe for use by several threads if the policy is.
 */
public final class Endpoints {

    private final EndpointPolicy policy;
    private final Resolver resolver;

    private Endpoints(EndpointPolicy policy, Resolver resolver) {
        this.policy = policy;
        this.resolver = resolver;
    }

    /**
     * Returns the endpoints that a policy permits, names being resolved by the system.
     *
     * @param policy who decides
     * @return the endpoints
     */
    public static Endpoints under(EndpointPolicy policy) {
        return under(policy, InetAddress::getAllByName);
    }

    static Endpoints under(EndpointPolicy policy, Resolver resolver) {
        return new Endpoints(policy, resolver);
    }

    /**
     * Makes sure that an origin is permitted as far as that can be told without looking up its host. Contacts nothing.
     *
     * @param origin an address of the scheme {@code http} or {@code https}; what follows the authority is ignored
     * @throws VaultFailure of kind {@link VaultFailure.Kind#MISCONFIGURED} if the origin is malformed or refused, with the
     *     rule and no address
     */
    public void check(URI origin) {
        permitted(endpoint(origin));
    }

    /**
     * Looks up the host of an origin, once, and makes sure that the origin and every address are permitted. Blocks as
     * long as the system's resolver does. The answer is for one connection: keep it no longer.
     *
     * @param origin an address of the scheme {@code http} or {@code https}; what follows the authority is ignored
     * @return the addresses to connect to, in the order of preference; at least one
     * @throws VaultFailure of kind {@link VaultFailure.Kind#MISCONFIGURED} if the origin is malformed, or it or any
     *     address is refused, with the rule and no address; of kind {@link VaultFailure.Kind#UNAVAILABLE} if the host
     *     cannot be looked up
     */
    public List<InetAddress> resolve(URI origin) {
        Endpoint endpoint = endpoint(origin);
        permitted(endpoint);
        List<InetAddress> addresses = endpoint.address().map(List::of).orElseGet(() -> lookUp(endpoint.host()));
        addresses.forEach(address -> permitted(endpoint.at(address)));
        return addresses;
    }

    private static Endpoint endpoint(URI origin) {
        try {
            return Endpoint.of(origin);
        } catch (ConfigurationException e) {
            throw misconfigured(e.getMessage());
        }
    }

    private List<InetAddress> lookUp(String host) {
        try {
            return List.of(resolver.addresses(host));
        } catch (UnknownHostException e) {
            throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "The host of the vault cannot be looked up.")
                    .nothingCreated();
        }
    }

    private void permitted(Endpoint endpoint) {
        EndpointDecision decision = decision(endpoint);
        if (!decision.allows()) {
            throw misconfigured("The endpoint policy does not allow "
                    + decision.rule().orElseThrow()
                    + ". Correct the address of the vault, or ask the host to allow it.");
        }
    }

    // a policy that cannot decide has not permitted anything, and its text goes no further
    private EndpointDecision decision(Endpoint endpoint) {
        try {
            return Objects.requireNonNull(policy.decide(endpoint));
        } catch (RuntimeException e) {
            return EndpointDecision.refused("any address, because it failed");
        }
    }

    private static VaultFailure misconfigured(String sentence) {
        return VaultFailure.of(VaultFailure.Kind.MISCONFIGURED, sentence).nothingCreated();
    }

    /** Looks up names of hosts. */
    @FunctionalInterface
    interface Resolver {

        InetAddress[] addresses(String host) throws UnknownHostException;
    }
}
