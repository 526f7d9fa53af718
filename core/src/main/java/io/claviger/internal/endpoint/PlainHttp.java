package io.claviger.internal.endpoint;

import io.claviger.Endpoint;

/** Connections that anybody on their way can read. */
public final class PlainHttp {

    private static final String LOCALHOST = "localhost";

    private PlainHttp() {}

    /**
     * Tells whether a connection is neither encrypted nor within this host.
     *
     * @param endpoint where it goes; a name counts as another host unless it is {@code localhost}
     * @return {@code true} if what is sent can be read on the way
     */
    public static boolean leavesHost(Endpoint endpoint) {
        return endpoint.scheme().equals("http") && !isLoopback(endpoint);
    }

    private static boolean isLoopback(Endpoint endpoint) {
        return endpoint.address()
                .map(address -> AddressKind.of(address) == AddressKind.LOOPBACK)
                .orElseGet(() -> endpoint.host().equals(LOCALHOST));
    }
}
