package io.claviger.provider.hashicorp.internal.transport;

import io.claviger.spi.Call;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/** One request of a template. */
final class TransportRequest extends AbstractClientHttpRequest {

    /** The client sets them itself and refuses them from others. */
    private static final Set<String> SET_BY_CLIENT =
            Set.of("connection", "content-length", "expect", "host", "upgrade");

    private final HttpClient http;
    private final Gate gate;
    private final URI uri;
    private final HttpMethod method;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    TransportRequest(HttpClient http, Gate gate, URI uri, HttpMethod method) {
        this.http = http;
        this.gate = gate;
        this.uri = uri;
        this.method = method;
    }

    @Override
    public HttpMethod getMethod() {
        return method;
    }

    @Override
    public URI getURI() {
        return uri;
    }

    @Override
    protected OutputStream getBodyInternal(HttpHeaders headers) {
        return body;
    }

    @Override
    protected ClientHttpResponse executeInternal(HttpHeaders headers) {
        Call call = CallAttribute.of(getAttributes());
        gate.check(uri);
        return new TransportResponse(BoundedExchange.send(http, request(headers), call));
    }

    private HttpRequest request(HttpHeaders headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method.name(), publisher());
        headers.forEach((name, values) -> {
            if (!SET_BY_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private BodyPublisher publisher() {
        return body.size() == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.toByteArray());
    }
}
