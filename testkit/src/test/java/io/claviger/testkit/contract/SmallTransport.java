package io.claviger.testkit.contract;

import io.claviger.spi.Call;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLParameters;

/** Asks a {@link SmallServer}. */
final class SmallTransport {

    private static final int MOST = 1 << 20;
    private static final int HEAP = 1 << 26;

    private final Set<SmallFlaw> flaws;
    private final HttpClient http;

    SmallTransport(Optional<String> authority, Set<SmallFlaw> flaws) {
        this.flaws = flaws;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(has(SmallFlaw.FOLLOWS_REDIRECTS) ? Redirect.ALWAYS : Redirect.NEVER);
        SmallTrust.of(authority, flaws).ifPresent(builder::sslContext);
        // whatever the virtual machine was started with
        SSLParameters parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        http = builder.sslParameters(parameters).build();
    }

    private boolean has(SmallFlaw flaw) {
        return flaws.contains(flaw);
    }

    private boolean unbounded() {
        return has(SmallFlaw.COLLECTS_EVERYTHING) || has(SmallFlaw.UNPACKS_EVERYTHING);
    }

    Answer post(URI uri, String text, Call call) {
        return send(HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(text)), call);
    }

    Answer get(URI uri, String token, Call call) {
        return send(HttpRequest.newBuilder(uri).header("Token", token), call);
    }

    private Answer send(HttpRequest.Builder request, Call call) {
        if (has(SmallFlaw.IGNORES_INTERRUPTS)) {
            Thread.interrupted();
        }
        call.checkDeadline();
        if (Thread.currentThread().isInterrupted()) {
            throw unavailable("The call was cancelled.");
        }
        Bounded body = new Bounded(unbounded() ? Long.MAX_VALUE : MOST);
        CompletableFuture<HttpResponse<Void>> answer =
                http.sendAsync(request.build(), BodyHandlers.ofByteArrayConsumer(body::take));
        try {
            HttpResponse<Void> response = answer.get(call.remaining().toNanos(), TimeUnit.NANOSECONDS);
            return answer(response, unpacked(response, body.bytes()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("The call was cancelled.");
        } catch (TimeoutException e) {
            throw unavailable("The server did not answer in time.");
        } catch (ExecutionException | IOException e) {
            throw unavailable("The server cannot be reached.");
        } finally {
            answer.cancel(true);
        }
    }

    private byte[] unpacked(HttpResponse<Void> response, byte[] body) throws IOException {
        if (!has(SmallFlaw.UNPACKS_EVERYTHING)
                || response.headers().firstValue("Content-Encoding").isEmpty()) {
            return body;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] unpacked = in.readNBytes(HEAP);
            if (unpacked.length == HEAP) {
                throw new OutOfMemoryError("what would come to it, on a heap of this size");
            }
            return unpacked;
        }
    }

    private static VaultFailure unavailable(String detail) {
        return VaultFailure.of(Kind.UNAVAILABLE, detail);
    }

    private static Answer answer(HttpResponse<Void> response, byte[] body) {
        Optional<Duration> retryAfter =
                response.headers().firstValue("Retry-After").map(Long::valueOf).map(Duration::ofSeconds);
        return new Answer(response.statusCode(), retryAfter, new String(body, StandardCharsets.UTF_8));
    }

    /** What the server answered. */
    record Answer(int status, Optional<Duration> retryAfter, String body) {}

    /** Collects a body, up to a size. */
    private static final class Bounded {

        private final long most;
        private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
        private long size;

        Bounded(long most) {
            this.most = most;
        }

        synchronized void take(Optional<byte[]> chunk) {
            chunk.ifPresent(bytes -> {
                size += bytes.length;
                if (size > most) {
                    throw new IllegalStateException("too large");
                }
                // what is counted is enough to be caught: a test needs no heap for it
                if (collected.size() < MOST * 8) {
                    collected.writeBytes(bytes);
                }
            });
        }

        synchronized byte[] bytes() {
            return collected.toByteArray();
        }
    }
}
