package io.claviger.provider.hashicorp.internal.transport;

import io.claviger.spi.Endpoints;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * The one {@link HttpClient} of an integration, as Spring's templates want it. Redirects are never followed, so no token
 * reaches another host, and each request asks first whether it may go where it would go. Safe for use by several threads.
 */
public final class HttpTransport implements ClientHttpRequestFactory {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http;
    private final Gate gate;

    /**
     * Creates a transport. Contacts nothing.
     *
     * @param trust what server certificates are checked against; empty for the platform's authorities
     * @param endpoints where connections may go
     * @param plainHttpAllowed whether plain HTTP may leave this host
     */
    public HttpTransport(Optional<SSLContext> trust, Endpoints endpoints, boolean plainHttpAllowed) {
        // taken once, so that what is checked and what connects go by the same one
        Optional<ProxySelector> proxies = Optional.ofNullable(ProxySelector.getDefault());
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .sslParameters(checkingHostNames())
                .connectTimeout(CONNECT_TIMEOUT);
        trust.ifPresent(builder::sslContext);
        http = builder.proxy(proxies.orElse(HttpClient.Builder.NO_PROXY)).build();
        gate = new Gate(endpoints, proxies, plainHttpAllowed);
    }

    /** Set explicitly, the check stands whatever switches this virtual machine was started with. */
    private static SSLParameters checkingHostNames() {
        SSLParameters parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
        return new TransportRequest(http, gate, uri, method);
    }
}
