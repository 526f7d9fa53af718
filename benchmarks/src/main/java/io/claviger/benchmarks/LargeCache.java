package io.claviger.benchmarks;

import io.claviger.IntegrationManager;
import io.claviger.SecretReference;
import io.claviger.SecretResolver;
import io.claviger.SecretValue;
import io.claviger.benchmarks.stub.StubVault;
import io.claviger.benchmarks.stub.Upstream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** This library with many secrets in its cache. */
@State(Scope.Benchmark)
public class LargeCache {

    @Param({"1000", "1000000"})
    public int secrets;

    private IntegrationManager vaults;
    private SecretResolver resolver;
    private SecretReference[] references;
    private SecretReference one;

    @Setup
    public void fill() {
        // a share of the room is kept for other owners: twice as much as is stored evicts nothing
        vaults = StubVault.connect(new Upstream(), 2L * secrets);
        resolver = vaults.resolver();
        references = Keys.references(secrets);
        one = references[secrets / 2];
        for (SecretReference reference : references) {
            resolver.resolve(reference);
        }
    }

    /** Reads the same secret each time. */
    public SecretValue resolveOne() {
        return resolver.resolve(one);
    }

    /** Reads the secret that a number, not negative, falls on. */
    public SecretValue resolve(int number) {
        return resolver.resolve(references[number % references.length]);
    }

    /** Returns how many secrets are in the cache. */
    public long size() {
        return vaults.cache().statistics().size();
    }

    /** Not called by JMH: dropping so many values would count as allocated by the last reads. */
    public void close() {
        vaults.close();
    }
}
