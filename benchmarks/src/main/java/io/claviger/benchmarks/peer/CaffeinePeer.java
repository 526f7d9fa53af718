package io.claviger.benchmarks.peer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.claviger.benchmarks.stub.Payload;
import io.claviger.benchmarks.stub.Upstream;
import java.time.Duration;
import java.util.Objects;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a skilled user writes instead: Caffeine with an expiration. */
@State(Scope.Benchmark)
public class CaffeinePeer implements Peer {

    private static final String NAME = "db_password";
    private static final long ROOM = 10_000;

    private final Upstream upstream;
    private final Cache<String, String> passwords = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(ROOM)
            .build();

    public CaffeinePeer() {
        this(new Upstream());
    }

    public CaffeinePeer(Upstream upstream) {
        this.upstream = upstream;
    }

    /** Loads what is missing, once for all callers. */
    @Override
    public String password() {
        return passwords.get(NAME, name -> Payload.password(upstream.read()));
    }

    /** Fills the cache, for {@link #passwordIfPresent()}. */
    @Setup
    public void fill() {
        password();
    }

    /** The fastest read that Caffeine offers. */
    public String passwordIfPresent() {
        return Objects.requireNonNull(passwords.getIfPresent(NAME));
    }
}
