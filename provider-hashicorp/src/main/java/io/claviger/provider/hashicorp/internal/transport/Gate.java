package io.claviger.provider.hashicorp.internal.transport;

import io.claviger.spi.Endpoints;
import io.claviger.spi.VaultFailure;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Lets a request pass if the host's policy permits its origin and every address of its host as they are now. The client
 * looks the name up once more, in the platform's cache, which still has the answer that was checked here.
 */
final class Gate {

    private final Endpoints endpoints;
    private final Optional<ProxySelector> proxies;
    private final boolean plainHttpAllowed;

    Gate(Endpoints endpoints, Optional<ProxySelector> proxies, boolean plainHttpAllowed) {
        this.endpoints = endpoints;
        this.proxies = proxies;
        this.plainHttpAllowed = plainHttpAllowed;
    }

    void check(URI uri) {
        if (isProxied(uri)) {
            // the proxy is the JVM's, so the host's own, and it is the one that looks the name up
            endpoints.check(uri);
            checkPlain(uri, false);
        } else {
            List<InetAddress> addresses = endpoints.resolve(uri);
            checkPlain(uri, addresses.stream().allMatch(InetAddress::isLoopbackAddress));
        }
    }

    // as the client sees it: the first proxy counts, if it is one for HTTP
    private boolean isProxied(URI uri) {
        return proxies.map(selector -> selector.select(uri))
                .filter(choice -> !choice.isEmpty())
                .map(choice -> choice.get(0).type() == Proxy.Type.HTTP)
                .orElse(false);
    }

    // a name such as localhost may lead elsewhere after all
    private void checkPlain(URI uri, boolean staysHere) {
        if (uri.getScheme().equals("http") && !plainHttpAllowed && !staysHere) {
            throw VaultFailure.of(
                            VaultFailure.Kind.MISCONFIGURED,
                            "Plain HTTP would leave this host and carry tokens readable over the network;"
                                    + " use https://, or have the host set allow-plain-http to true.")
                    .nothingCreated();
        }
    }
}
