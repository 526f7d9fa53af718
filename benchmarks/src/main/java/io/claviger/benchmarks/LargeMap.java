package io.claviger.benchmarks;

import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.benchmarks.stub.Payload;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A map of the same keys. */
@State(Scope.Benchmark)
public class LargeMap {

    @Param({"1000", "1000000"})
    public int secrets;

    private final Map<SecretReference, SecretValue> values = new ConcurrentHashMap<>();
    private SecretReference[] references;

    @Setup
    public void fill() {
        references = Keys.references(secrets);
        for (SecretReference reference : references) {
            values.put(reference, SecretValue.ofText(Payload.PASSWORD));
        }
    }

    /** Reads the value that a number, not negative, falls on. */
    public SecretValue get(int number) {
        return Objects.requireNonNull(values.get(references[number % references.length]));
    }
}
