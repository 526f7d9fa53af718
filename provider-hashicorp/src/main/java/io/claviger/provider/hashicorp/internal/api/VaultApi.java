package io.claviger.provider.hashicorp.internal.api;

import io.claviger.provider.hashicorp.internal.transport.CallAttribute;
import io.claviger.spi.Call;
import io.claviger.spi.VaultFailure;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.vault.core.RestOperationsCallback;
import org.springframework.web.client.RestOperations;

/**
 * Sends requests through Spring Vault and gives back the bare answer, whatever its status. Safe for use by several
 * threads.
 *
 * <p>Bodies go through it as bytes and never as objects of Spring's converters, which would log them.
 */
public final class VaultApi {

    private final Sender sender;

    /** Runs a callback with the right template: with a token or without. */
    @FunctionalInterface
    interface Sender {
        @Nullable
        Reply send(RestOperationsCallback<Reply> callback);
    }

    VaultApi(Sender sender) {
        this.sender = sender;
    }

    /**
     * Reads.
     *
     * @param path what to read
     * @param call deadline and cancellation
     * @return the answer, of whatever status
     * @throws VaultFailure if none came
     */
    public Reply get(ApiPath path, Call call) {
        return send(HttpMethod.GET, path, new byte[0], call);
    }

    /**
     * Writes.
     *
     * @param path where to
     * @param json the request
     * @param call deadline and cancellation
     * @return the answer, of whatever status
     * @throws VaultFailure if none came
     */
    public Reply post(ApiPath path, byte[] json, Call call) {
        return send(HttpMethod.POST, path, json, call);
    }

    private Reply send(HttpMethod method, ApiPath path, byte[] json, Call call) {
        try {
            return Objects.requireNonNull(sender.send(template -> exchange(template, method, path, json, call)));
        } catch (VaultFailure e) {
            throw e;
        } catch (RuntimeException e) {
            // neither chained nor quoted: its text could hold the request
            throw VaultFailure.of(
                    VaultFailure.Kind.UNAVAILABLE,
                    "The request could not be sent (" + e.getClass().getSimpleName() + ").");
        }
    }

    private static Reply exchange(RestOperations template, HttpMethod method, ApiPath path, byte[] json, Call call) {
        return Objects.requireNonNull(template.execute(
                path.template(), method, request -> prepare(request, json, call), VaultApi::reply, path.variables()));
    }

    private static void prepare(ClientHttpRequest request, byte[] json, Call call) throws IOException {
        CallAttribute.set(request, call);
        if (json.length > 0) {
            request.getHeaders().set(HttpHeaders.CONTENT_TYPE, "application/json");
            request.getBody().write(json);
        }
    }

    private static Reply reply(ClientHttpResponse response) throws IOException {
        return new Reply(
                response.getStatusCode().value(),
                response.getHeaders(),
                response.getBody().readAllBytes());
    }
}
