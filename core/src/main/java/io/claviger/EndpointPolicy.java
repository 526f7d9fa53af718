package io.claviger;

import io.claviger.internal.endpoint.GuardedEndpointPolicy;

/**
 * Decides where connections to vaults may go, so that somebody who may connect a vault cannot make this host call
 * services of its own network.
 *
 * <p>Asked twice: about an {@link Endpoint} without an address before anything is looked up, and about each address of
 * its host at each connection. Behind a proxy, which looks the name up itself, the first is the only question. An
 * exception counts as a refusal, and so does an answer that does not come in time. Implementations must be safe for use
 * by several threads and answer from memory.
 *
 * <p>What it begins to refuse is refused from the next request on, also where a connection is open already; values that
 * are cached are served until their expiration.
 *
 * <p>To open one private network to actors as well:
 *
 * <pre>{@code
 * endpoint -> endpoint.host().equals("vault.corp.example")
 *         ? EndpointDecision.permitted()
 *         : EndpointPolicy.standard().decide(endpoint)
 * }</pre>
 */
@FunctionalInterface
public interface EndpointPolicy {

    /**
     * Decides about one endpoint.
     *
     * @param endpoint where a connection would go
     * @return permitted or refused
     */
    EndpointDecision decide(Endpoint endpoint);

    /**
     * Returns the default: {@link #open()} for settings that the host itself gave, {@link #guarded()} for settings that an
     * actor gave.
     *
     * <p>Settings are given as a whole, by whoever last connected or edited the integration: an actor who edits an integration
     * of the host's makes it an actor's, whatever the change, and the host vouches for all that it connects or edits itself.
     *
     * @return the standard policy
     * @see Endpoint#isGivenByActor()
     */
    static EndpointPolicy standard() {
        return endpoint -> (endpoint.isGivenByActor() ? guarded() : open()).decide(endpoint);
    }

    /**
     * Returns the policy that permits every endpoint. For settings that the host itself gives.
     *
     * @return the open policy
     */
    static EndpointPolicy open() {
        return endpoint -> EndpointDecision.permitted();
    }

    /**
     * Returns the policy for settings that actors supply. It refuses
     *
     * <ul>
     *   <li>plain HTTP;
     *   <li>names of the local network: {@code localhost}, {@code local}, {@code internal}, {@code home.arpa} and all below
     *       them;
     *   <li>addresses that are not of one host on the internet, as the special-purpose registries of
     *       <a href="https://www.rfc-editor.org/rfc/rfc6890">RFC 6890</a> list them: loopback, private, shared, link-local,
     *       unspecified, multicast, broadcast, documentation, benchmarking and reserved ones, and metadata services of
     *       clouds wherever they are;
     *   <li>IPv6 addresses that stand for such an IPv4 address, or are carried to one.
     * </ul>
     *
     * @return the guarded policy
     */
    static EndpointPolicy guarded() {
        return GuardedEndpointPolicy.INSTANCE;
    }
}
