package io.claviger.benchmarks;

import io.claviger.SecretValue;
import io.claviger.benchmarks.report.Title;
import io.claviger.benchmarks.report.Titles;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;

/**
 * Reads in caches of growing size. One reference, and any in turn without order: there the memory of the machine
 * answers, as it does for a map of that size.
 */
@Title(Titles.LARGE)
@Fork(jvmArgsAppend = "-Xmx4g")
public class LargeCacheBenchmark {

    @Benchmark
    @Title(Titles.ONE_KEY)
    public SecretValue one(LargeCache cache) {
        return cache.resolveOne();
    }

    @Benchmark
    @Title(Titles.ANY_KEY)
    public SecretValue any(LargeCache cache, RandomIndex index) {
        return cache.resolve(index.next());
    }

    @Benchmark
    @Title("ConcurrentHashMap, any key")
    public SecretValue map(LargeMap map, RandomIndex index) {
        return map.get(index.next());
    }

    @Benchmark
    @Title(value = "Caffeine, expireAfterWrite, any key", base = true)
    public SecretValue caffeine(LargeCaffeine caffeine, RandomIndex index) {
        return caffeine.get(index.next());
    }
}
