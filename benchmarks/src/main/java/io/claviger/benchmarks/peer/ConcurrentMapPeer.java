package io.claviger.benchmarks.peer;

import io.claviger.benchmarks.stub.Payload;
import io.claviger.benchmarks.stub.Upstream;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A map that never forgets: no cache, the floor of what a lookup by name costs. */
@State(Scope.Benchmark)
public class ConcurrentMapPeer implements Peer {

    private static final String NAME = "db_password";

    private final ConcurrentMap<String, String> passwords = new ConcurrentHashMap<>();

    public ConcurrentMapPeer() {
        this(new Upstream());
    }

    public ConcurrentMapPeer(Upstream upstream) {
        passwords.put(NAME, Payload.password(upstream.read()));
    }

    @Override
    public String password() {
        return Objects.requireNonNull(passwords.get(NAME));
    }
}
