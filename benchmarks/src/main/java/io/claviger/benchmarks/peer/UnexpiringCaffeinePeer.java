package io.claviger.benchmarks.peer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.claviger.benchmarks.stub.Payload;
import io.claviger.benchmarks.stub.Upstream;
import java.util.Objects;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Caffeine with a maximum and no expiration: it reads no clock, and never sees a rotation. */
@State(Scope.Benchmark)
public class UnexpiringCaffeinePeer implements Peer {

    private static final String NAME = "db_password";
    private static final long ROOM = 10_000;

    private final Cache<String, String> passwords =
            Caffeine.newBuilder().maximumSize(ROOM).build();

    public UnexpiringCaffeinePeer() {
        this(new Upstream());
    }

    public UnexpiringCaffeinePeer(Upstream upstream) {
        passwords.put(NAME, Payload.password(upstream.read()));
    }

    @Override
    public String password() {
        return Objects.requireNonNull(passwords.getIfPresent(NAME));
    }
}
