package io.claviger.provider.hashicorp;

import io.claviger.testservers.StubAnswer;
import io.claviger.testservers.StubRequest;
import io.claviger.testservers.StubServer;
import java.net.URI;
import java.util.List;

/** A server that answers what a real one cannot be made to. It knows a token, and a mount {@code kv} of version 2. */
final class VaultStub implements AutoCloseable {

    static final String DETECTION = "sys/internal/ui/mounts/kv/a";
    static final String SECRET = "kv/data/a";
    static final String LOOKUP = "auth/token/lookup-self";
    static final String APPROLE = "auth/approle/login";
    static final String SECRET_BODY = "{\"data\":{\"data\":{\"k\":\"v\"},\"metadata\":{\"version\":1}}}";

    private static final String PREFIX = "/v1/";

    private final StubServer server = StubServer.start();

    VaultStub() {
        on(LOOKUP, json(200, "{\"data\":{\"ttl\":0,\"num_uses\":0,\"entity_id\":\"\"}}"));
        on(DETECTION, json(200, "{\"data\":{\"path\":\"kv/\",\"type\":\"kv\",\"options\":{\"version\":\"2\"}}}"));
        on(SECRET, json(200, SECRET_BODY));
    }

    static StubAnswer json(int status, String body) {
        return StubAnswer.of(status, "application/json", body);
    }

    void on(String path, StubAnswer answer) {
        server.on(PREFIX + path, answer);
    }

    URI address() {
        return server.address();
    }

    /** Returns the paths that were asked for, in order. */
    List<String> paths() {
        return server.requests().stream()
                .map(request -> request.path().substring(PREFIX.length()))
                .toList();
    }

    StubRequest lastRequest() {
        List<StubRequest> requests = server.requests();
        return requests.get(requests.size() - 1);
    }

    /** Never answers. */
    StubAnswer silence() {
        return exchange -> server.awaitClose(-1);
    }

    /** Sends the head at once, and then one byte after the other without an end. */
    StubAnswer trickle() {
        return exchange -> {
            exchange.header("Content-Type", "application/json");
            var body = exchange.begin(200, -1);
            while (!server.awaitClose(10)) {
                body.write(' ');
                body.flush();
            }
        };
    }

    @Override
    public void close() {
        server.close();
    }
}
