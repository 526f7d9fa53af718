package io.claviger.benchmarks.peer;

import io.claviger.benchmarks.stub.Payload;
import io.claviger.benchmarks.stub.Upstream;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Kafka's transformer of configurations, with one configuration of two entries. */
@State(Scope.Benchmark)
public class KafkaPeer implements Peer {

    private static final String PROPERTY = "db.password";
    private static final Map<String, String> CONFIGURATION =
            Map.of("db.user", "app", PROPERTY, "${stub:db:" + Payload.PASSWORD_FIELD + "}");

    private final ConfigTransformer transformer;

    public KafkaPeer() {
        this(new Upstream());
    }

    public KafkaPeer(Upstream upstream) {
        transformer = new ConfigTransformer(Map.of("stub", new Provider(upstream)));
    }

    @Override
    public String password() {
        return Objects.requireNonNull(
                transformer.transform(CONFIGURATION).data().get(PROPERTY));
    }

    // gives the fields at once: how a provider parses is its author's affair
    private record Provider(Upstream upstream) implements ConfigProvider {

        private static final ConfigData FIELDS =
                new ConfigData(Map.of("username", Payload.USERNAME, Payload.PASSWORD_FIELD, Payload.PASSWORD));

        @Override
        public ConfigData get(String path) {
            upstream.read();
            return FIELDS;
        }

        @Override
        public ConfigData get(String path, Set<String> keys) {
            return get(path);
        }

        @Override
        public void configure(Map<String, ?> settings) {}

        @Override
        public void close() {}
    }
}
