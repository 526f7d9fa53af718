package io.claviger.benchmarks;

import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.benchmarks.report.Title;
import io.claviger.benchmarks.report.Titles;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;

/** Secrets that were never read before. Single calls are timed: a collection of garbage may not shift the median. */
@Title(Titles.COLD)
@BenchmarkMode(Mode.SampleTime)
public class ColdReadBenchmark {

    @Benchmark
    @Title(Titles.CLAVIGER)
    public SecretValue claviger(ColdSecrets secrets) {
        return secrets.resolveNext();
    }

    @Benchmark
    @Title(value = Titles.BARE_CALL, base = true)
    public SecretSnapshot bareCall(ColdSecrets secrets) {
        return secrets.readNext();
    }
}
