package io.claviger.examples.teamvault;

import io.claviger.SecretValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Writes to a key-value engine of version 2, as people of the team would: the library itself only reads there. */
final class KeyValueWriter {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final String mount;
    private final SecretValue token;

    KeyValueWriter(String address, String mount, SecretValue token) {
        this.mount = address.replaceAll("/+$", "") + "/v1/" + mount + "/";
        this.token = token;
    }

    void put(String path, Map<String, SecretValue> fields) {
        String body = "{\"data\":" + JsonObject.of(fields) + "}";
        send(request("data/" + path).POST(BodyPublishers.ofString(body)).build());
    }

    /** Deletes a secret with all its versions. */
    void delete(String path) {
        send(request("metadata/" + path).DELETE().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(mount + path))
                .timeout(TIMEOUT)
                .header("X-Vault-Token", token.revealText());
    }

    private void send(HttpRequest request) {
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status >= 300) {
                throw new IllegalStateException("The server answered a write with status " + status
                        + ". The token must be allowed to write below "
                        + request.uri().getPath() + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The server at " + request.uri().getAuthority() + " cannot be reached.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
