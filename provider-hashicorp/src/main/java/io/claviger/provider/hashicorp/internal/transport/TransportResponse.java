package io.claviger.provider.hashicorp.internal.transport;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/** One complete answer, as Spring's templates want it. */
final class TransportResponse implements ClientHttpResponse {

    private final HttpResponse<byte[]> response;

    TransportResponse(HttpResponse<byte[]> response) {
        this.response = response;
    }

    @Override
    public HttpStatusCode getStatusCode() {
        return HttpStatusCode.valueOf(response.statusCode());
    }

    @Override
    public String getStatusText() {
        return "";
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        response.headers().map().forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
        return headers;
    }

    @Override
    public InputStream getBody() {
        return new ByteArrayInputStream(response.body());
    }

    @Override
    public void close() {
        // the answer is in memory: there is nothing to release
    }
}
