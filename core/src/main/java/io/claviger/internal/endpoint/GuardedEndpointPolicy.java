package io.claviger.internal.endpoint;

import io.claviger.Endpoint;
import io.claviger.EndpointDecision;
import io.claviger.EndpointPolicy;
import java.util.Set;

/** Public addresses over HTTPS, and nothing of the network that this host is in. */
public final class GuardedEndpointPolicy implements EndpointPolicy {

    /** The only instance: it has no state. */
    public static final GuardedEndpointPolicy INSTANCE = new GuardedEndpointPolicy();

    // RFC 6761, RFC 6762, RFC 8375, and the top-level domain that ICANN keeps for private use
    private static final Set<String> LOCAL_DOMAINS = Set.of("localhost", "local", "home.arpa", "internal");

    private GuardedEndpointPolicy() {}

    @Override
    public EndpointDecision decide(Endpoint endpoint) {
        if (!endpoint.scheme().equals("https")) {
            return EndpointDecision.refused("plain HTTP");
        }
        if (LOCAL_DOMAINS.stream().anyMatch(domain -> isIn(domain, endpoint.host()))) {
            return EndpointDecision.refused("names of local networks");
        }
        return endpoint.address()
                .map(AddressKind::of)
                .map(GuardedEndpointPolicy::decide)
                .orElseGet(EndpointDecision::permitted);
    }

    private static EndpointDecision decide(AddressKind kind) {
        return kind == AddressKind.PUBLIC ? EndpointDecision.permitted() : EndpointDecision.refused(kind.plural());
    }

    private static boolean isIn(String domain, String host) {
        return host.equals(domain) || host.endsWith("." + domain);
    }
}
