package io.claviger.provider.hashicorp.internal.transport;

import io.claviger.spi.Call;
import io.claviger.spi.VaultFailure;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends a request and waits for the whole answer, until the deadline or an interrupt at the latest. The client's own
 * timeout would end with the headers, and leave a trickling body without a bound.
 */
final class BoundedExchange {

    private BoundedExchange() {}

    static HttpResponse<byte[]> send(HttpClient http, HttpRequest request, Call call) {
        call.checkDeadline();
        checkCancelled();
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, BoundedBody.handler());
        try {
            return answer.get(call.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw unavailable("The server did not answer in time; see whether it is overloaded or unreachable.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled();
        } catch (ExecutionException | CancellationException e) {
            throw unavailable(TransportProblem.of(e).sentence());
        } finally {
            // closes the connection unless the answer is complete
            answer.cancel(true);
        }
    }

    /** A login that nobody waits for any more must not be sent: it would make a token that nobody revokes. */
    private static void checkCancelled() {
        if (Thread.currentThread().isInterrupted()) {
            throw cancelled();
        }
    }

    private static VaultFailure cancelled() {
        return unavailable("The call was cancelled before the server answered.");
    }

    private static VaultFailure unavailable(String detail) {
        return VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, detail);
    }
}
