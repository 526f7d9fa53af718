package io.claviger.benchmarks.peer;

import com.amazonaws.secretsmanager.caching.SecretCache;
import com.amazonaws.secretsmanager.caching.SecretCacheConfiguration;
import io.claviger.benchmarks.stub.Payload;
import io.claviger.benchmarks.stub.StubSecretsManager;
import io.claviger.benchmarks.stub.Upstream;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** {@code aws-secretsmanager-caching-java}. */
@State(Scope.Benchmark)
public class AwsCachingPeer implements Peer {

    private static final String NAME = "db";

    private final SecretCache cache;

    public AwsCachingPeer() {
        this(new Upstream());
    }

    public AwsCachingPeer(Upstream upstream) {
        cache = new SecretCache(new SecretCacheConfiguration().withClient(new StubSecretsManager(upstream)));
    }

    @Override
    public String password() {
        return Payload.password(text());
    }

    /** The whole secret, unparsed: all that the client itself does. */
    public String text() {
        return cache.getSecretString(NAME);
    }

    @Override
    @TearDown
    public void close() {
        cache.close();
    }
}
