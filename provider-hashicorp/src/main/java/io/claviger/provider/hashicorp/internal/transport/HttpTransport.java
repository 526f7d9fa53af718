package io.claviger.provider.hashicorp.internal.transport;

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
 * reaches another host. Safe for use by several threads.
 */
public final class HttpTransport implements ClientHttpRequestFactory {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http;

    /**
     * Creates a transport. Contacts nothing.
     *
     * @param trust what server certificates are checked against; empty for the platform's authorities
     */
    public HttpTransport(Optional<SSLContext> trust) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .sslParameters(checkingHostNames())
                .connectTimeout(CONNECT_TIMEOUT);
        trust.ifPresent(builder::sslContext);
        http = builder.build();
    }

    /** Set explicitly, the check stands whatever switches this virtual machine was started with. */
    private static SSLParameters checkingHostNames() {
        SSLParameters parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
        return new TransportRequest(http, uri, method);
    }
}
