package io.claviger.benchmarks.scenario;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.claviger.IntegrationManager;
import io.claviger.benchmarks.stub.Payload;
import io.claviger.benchmarks.stub.StubVault;
import io.claviger.benchmarks.stub.Upstream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What holds many secrets in memory. */
public enum Store {
    CLAVIGER("Claviger, both fields parsed") {
        @Override
        Filled fill(String[] names) {
            IntegrationManager vaults = StubVault.connect(new Upstream(), 2L * names.length);
            for (String name : names) {
                vaults.resolver().resolve(StubVault.password(name));
            }
            return new Filled() {
                @Override
                public long size() {
                    return vaults.cache().statistics().size();
                }

                @Override
                public void close() {
                    vaults.close();
                }
            };
        }
    },
    CAFFEINE("Caffeine, name to JSON text") {
        @Override
        Filled fill(String[] names) {
            Cache<String, String> texts = Caffeine.newBuilder()
                    .expireAfterWrite(Duration.ofHours(1))
                    .maximumSize(2L * names.length)
                    .build();
            for (String name : names) {
                texts.put(name, text());
            }
            return () -> texts.asMap().size();
        }
    },
    CONCURRENT_MAP("ConcurrentHashMap, name to JSON text") {
        @Override
        Filled fill(String[] names) {
            Map<String, String> texts = new ConcurrentHashMap<>();
            for (String name : names) {
                texts.put(name, text());
            }
            return texts::size;
        }
    };

    private final String words;

    Store(String words) {
        this.words = words;
    }

    abstract Filled fill(String[] names);

    // each read gives a text of its own
    private static String text() {
        return new String(Payload.JSON.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return words;
    }

    /** A full store. */
    @FunctionalInterface
    interface Filled extends AutoCloseable {

        long size();

        @Override
        default void close() {}
    }
}
