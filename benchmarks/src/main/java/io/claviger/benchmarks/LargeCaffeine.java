package io.claviger.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.benchmarks.stub.Payload;
import java.time.Duration;
import java.util.Objects;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Caffeine with the same keys. */
@State(Scope.Benchmark)
public class LargeCaffeine {

    @Param({"1000", "1000000"})
    public int secrets;

    private Cache<SecretReference, SecretValue> values;
    private SecretReference[] references;

    @Setup
    public void fill() {
        values = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofHours(1))
                .maximumSize(2L * secrets)
                .build();
        references = Keys.references(secrets);
        for (SecretReference reference : references) {
            values.put(reference, SecretValue.ofText(Payload.PASSWORD));
        }
    }

    /** Reads the value that a number, not negative, falls on. */
    public SecretValue get(int number) {
        return Objects.requireNonNull(values.getIfPresent(references[number % references.length]));
    }
}
