package io.claviger.benchmarks.peer;

import io.claviger.benchmarks.stub.Payload;
import io.claviger.benchmarks.stub.Upstream;
import io.smallrye.config.SecretKeysHandler;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** SmallRye Config with a handler of secret keys, which it asks at every read. */
@State(Scope.Benchmark)
public class SmallRyePeer implements Peer {

    private static final String PROPERTY = "db.password";

    private final SmallRyeConfig config;

    public SmallRyePeer() {
        this(new Upstream());
    }

    public SmallRyePeer(Upstream upstream) {
        config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSecretKeysHandlers(new Handler(upstream))
                .withDefaultValue(PROPERTY, "${stub::db}")
                .build();
    }

    @Override
    public String password() {
        return config.getConfigValue(PROPERTY).getValue();
    }

    // gives the field at once: how a handler parses is its author's affair
    private record Handler(Upstream upstream) implements SecretKeysHandler {

        @Override
        public String decode(String secret) {
            upstream.read();
            return Payload.PASSWORD;
        }

        @Override
        public String getName() {
            return "stub";
        }
    }
}
