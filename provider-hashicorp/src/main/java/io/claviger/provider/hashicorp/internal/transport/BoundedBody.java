package io.claviger.provider.hashicorp.internal.transport;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Collects the body of an answer in memory, and gives up where it is larger than a server's largest secret. */
final class BoundedBody implements BodySubscriber<byte[]> {

    /** The server's own limit of a request is 32 MiB; escapes make the answer longer. */
    static final int LIMIT = 40 << 20;

    private final int limit;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    BoundedBody(int limit) {
        this.limit = limit;
    }

    static BodyHandler<byte[]> handler() {
        return head -> new BoundedBody(LIMIT);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (body.isDone()) {
                return;
            }
            collect(buffer);
        }
    }

    private void collect(ByteBuffer buffer) {
        if (buffer.remaining() > limit - collected.size()) {
            giveUp();
            return;
        }
        byte[] chunk = new byte[buffer.remaining()];
        buffer.get(chunk);
        collected.writeBytes(chunk);
    }

    private void giveUp() {
        if (subscription != null) {
            subscription.cancel();
        }
        body.completeExceptionally(new OversizedBodyException());
    }

    @Override
    public void onError(Throwable thrown) {
        body.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
        body.complete(collected.toByteArray());
    }
}
