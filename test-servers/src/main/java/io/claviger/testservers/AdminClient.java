package io.claviger.testservers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Administers an {@link OpenBao} as root. Safe for use by several threads. */
public final class AdminClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final URI address;
    private final String token;
    private final @Nullable Path caFile;
    private final @Nullable String namespace;

    /** Created at the first call: the authority's certificate is written while the server starts. */
    private volatile @Nullable HttpClient http;

    AdminClient(URI address, String token, @Nullable Path caFile) {
        this(address, token, caFile, null);
    }

    private AdminClient(URI address, String token, @Nullable Path caFile, @Nullable String namespace) {
        this.address = address;
        this.token = token;
        this.caFile = caFile;
        this.namespace = namespace;
    }

    AdminClient inNamespace(String name) {
        return new AdminClient(address, token, caFile, name);
    }

    /**
     * Sends one request.
     *
     * @param method the HTTP method
     * @param path the path of the API, without {@code /v1/} in front
     * @param json the request; {@code null} for none
     * @return the answer; a missing node if it is empty
     * @throws IllegalStateException if the server refuses it
     */
    public JsonNode call(String method, String path, @Nullable String json) {
        try {
            HttpResponse<String> response = send(method, path, json);
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        method + " " + path + ": " + response.statusCode() + " " + response.body());
            }
            return response.body().isEmpty() ? MissingNode.getInstance() : MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " failed.", e);
        }
    }

    /**
     * Mounts a key-value engine, and waits until it serves: one of version 2 refuses requests at first.
     *
     * @param name the path of the mount
     * @param version 1 or 2
     */
    public void mountKeyValue(String name, int version) {
        call("POST", "sys/mounts/" + name, "{\"type\":\"kv\",\"options\":{\"version\":\"" + version + "\"}}");
        if (version == 2) {
            awaitReady(name);
        }
    }

    /** Waits until an engine of version 2 serves. */
    void awaitReady(String mount) {
        if (!Polling.until(() -> succeeds(mount + "/config"))) {
            throw new IllegalStateException("The engine at " + mount + " does not become ready.");
        }
    }

    boolean isHealthy() {
        return succeeds("sys/health");
    }

    /**
     * Tells whether this server serves secrets, and is not another one that took its port: only this one knows the token.
     */
    boolean isAccepted() {
        return succeeds("auth/token/lookup-self") && succeeds("secret/config");
    }

    boolean succeeds(String path) {
        try {
            return send("GET", path, null).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> send(String method, String path, @Nullable String json) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/v1/" + path))
                .timeout(PATIENCE)
                .header("X-Vault-Token", token)
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (namespace != null) {
            request.header("X-Vault-Namespace", namespace);
        }
        try {
            return http().send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private HttpClient http() throws IOException {
        HttpClient ready = http;
        if (ready == null) {
            HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
            if (caFile != null) {
                builder.sslContext(PemTrust.of(caFile));
            }
            ready = builder.build();
            http = ready;
        }
        return ready;
    }
}
