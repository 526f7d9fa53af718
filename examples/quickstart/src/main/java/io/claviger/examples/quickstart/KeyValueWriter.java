package io.claviger.examples.quickstart;

import io.claviger.SecretValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Writes secrets to a key-value engine, as an administrator would: the library itself only reads there. */
final class KeyValueWriter {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final String mount;
    private final String folder;
    private final SecretValue token;

    KeyValueWriter(String address, String mount, String folder, SecretValue token) {
        this.mount = address.replaceAll("/+$", "") + "/v1/" + mount + "/";
        this.folder = "/" + folder + "/";
        this.token = token;
    }

    void put(String secret, String field, SecretValue value) {
        // the values of the story are letters and digits: nothing to escape
        String body = "{\"data\":{\"" + field + "\":\"" + value.revealText() + "\"}}";
        send(request("data", secret).POST(BodyPublishers.ofString(body)).build());
    }

    /** Deletes a secret with all its versions. */
    void delete(String secret) {
        send(request("metadata", secret).DELETE().build());
    }

    private HttpRequest.Builder request(String part, String secret) {
        return HttpRequest.newBuilder(URI.create(mount + part + folder + secret))
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
