package io.claviger.benchmarks;

import io.claviger.benchmarks.peer.AwsCachingPeer;
import io.claviger.benchmarks.peer.CaffeinePeer;
import io.claviger.benchmarks.peer.CamelPeer;
import io.claviger.benchmarks.peer.ClavigerPeer;
import io.claviger.benchmarks.peer.ConcurrentMapPeer;
import io.claviger.benchmarks.peer.KafkaPeer;
import io.claviger.benchmarks.peer.SmallRyePeer;
import io.claviger.benchmarks.peer.SpringVaultPeer;
import io.claviger.benchmarks.peer.UnexpiringCaffeinePeer;
import io.claviger.benchmarks.report.Title;
import io.claviger.benchmarks.report.Titles;
import org.openjdk.jmh.annotations.Benchmark;

/** The same password, read again and again. */
@Title(Titles.WARM)
public class WarmReadBenchmark {

    @Benchmark
    @Title(Titles.HANDLE)
    public String handle(ClavigerPeer claviger) {
        return claviger.passwordByHandle();
    }

    @Benchmark
    @Title(Titles.REFERENCE)
    public String reference(ClavigerPeer claviger) {
        return claviger.passwordByReference();
    }

    @Benchmark
    @Title(Titles.NAME)
    public String name(ClavigerPeer claviger) {
        return claviger.password();
    }

    @Benchmark
    @Title(Titles.CONCURRENT_MAP)
    public String concurrentMap(ConcurrentMapPeer map) {
        return map.password();
    }

    @Benchmark
    @Title("Caffeine, no expiration")
    public String unexpiringCaffeine(UnexpiringCaffeinePeer caffeine) {
        return caffeine.password();
    }

    @Benchmark
    @Title(value = Titles.CAFFEINE, base = true)
    public String caffeine(CaffeinePeer caffeine) {
        return caffeine.passwordIfPresent();
    }

    @Benchmark
    @Title("Spring Vault, lease-aware property source")
    public String springVault(SpringVaultPeer spring) {
        return spring.password();
    }

    @Benchmark
    @Title(Titles.AWS_CACHING)
    public String awsCachingText(AwsCachingPeer aws) {
        return aws.text();
    }

    @Benchmark
    @Title("AWS caching client, field by Jackson")
    public String awsCachingField(AwsCachingPeer aws) {
        return aws.password();
    }

    @Benchmark
    @Title("SmallRye Config, secret handler")
    public String smallRye(SmallRyePeer smallRye) {
        return smallRye.password();
    }

    @Benchmark
    @Title("Kafka ConfigTransformer")
    public String kafka(KafkaPeer kafka) {
        return kafka.password();
    }

    @Benchmark
    @Title("Camel, AWS properties function")
    public String camel(CamelPeer camel) {
        return camel.password();
    }
}
