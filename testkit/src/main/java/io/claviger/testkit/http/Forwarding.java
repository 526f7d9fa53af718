package io.claviger.testkit.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;

/** Passes requests on to the real server. */
final class Forwarding implements Fault {

    /** Of one connection only (RFC 9110, 7.6.1), or set by the client itself. */
    private static final Set<String> OWN =
            Set.of("connection", "content-length", "expect", "host", "http2-settings", "transfer-encoding", "upgrade");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI upstream;

    Forwarding(URI upstream) {
        this.upstream = upstream;
    }

    @Override
    public void answer(FaultyExchange exchange) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request(exchange.http()), BodyHandlers.ofByteArray());
        response.headers().map().forEach((name, values) -> {
            if (isOfTheMessage(name)) {
                exchange.http().getResponseHeaders().put(name, values);
            }
        });
        exchange.begin(response.statusCode(), response.body().length).write(response.body());
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(upstream + exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isOfTheMessage(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static boolean isOfTheMessage(String header) {
        return !OWN.contains(header.toLowerCase(Locale.ROOT));
    }
}
