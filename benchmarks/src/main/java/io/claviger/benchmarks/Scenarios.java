package io.claviger.benchmarks;

import io.claviger.benchmarks.peer.AwsCachingPeer;
import io.claviger.benchmarks.peer.CaffeinePeer;
import io.claviger.benchmarks.peer.CamelPeer;
import io.claviger.benchmarks.peer.ClavigerPeer;
import io.claviger.benchmarks.peer.KafkaPeer;
import io.claviger.benchmarks.peer.Peer;
import io.claviger.benchmarks.peer.SmallRyePeer;
import io.claviger.benchmarks.report.LargeSizes;
import io.claviger.benchmarks.report.Row;
import io.claviger.benchmarks.report.Titles;
import io.claviger.benchmarks.scenario.BulkRead;
import io.claviger.benchmarks.scenario.Callers;
import io.claviger.benchmarks.scenario.Memory;
import io.claviger.benchmarks.scenario.Stampede;
import io.claviger.benchmarks.scenario.StartUp;
import io.claviger.benchmarks.scenario.Store;
import io.claviger.benchmarks.stub.Upstream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Runs what JMH does not measure. */
final class Scenarios {

    private static final int CALLERS = 1000;
    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final int NAMES = 1000;
    private static final int SECRETS = 50;
    private static final String READS = "upstream reads";

    private static final Map<String, Function<Upstream, Peer>> STAMPEDING = stampeding();

    private final Options options;
    private final List<Row> rows = new ArrayList<>();

    Scenarios(Options options) {
        this.options = options;
    }

    private static Map<String, Function<Upstream, Peer>> stampeding() {
        Map<String, Function<Upstream, Peer>> peers = new LinkedHashMap<>();
        peers.put(Titles.CLAVIGER, ClavigerPeer::new);
        peers.put("Caffeine, loading", CaffeinePeer::new);
        peers.put("AWS caching client", AwsCachingPeer::new);
        peers.put("SmallRye Config", SmallRyePeer::new);
        peers.put("Kafka ConfigTransformer", KafkaPeer::new);
        peers.put("Camel, AWS properties function", CamelPeer::new);
        return peers;
    }

    List<Row> run() {
        for (Callers callers : Callers.values()) {
            STAMPEDING.forEach((title, opening) -> rows.add(stampede(title, opening, callers)));
        }
        BulkRead bulk = new BulkRead(NAMES, SECRETS);
        rows.add(Row.of(Titles.BULK, "Claviger, resolveAll", "", 1, bulk.resolveAll(), READS));
        rows.add(Row.of(Titles.BULK, "Claviger, render", "", 1, bulk.render(), READS));
        for (Store store : Store.values()) {
            rows.add(memory(store));
        }
        rows.add(Row.of(Titles.START, Titles.BUILD, "", 1, StartUp.medianMilliseconds(options.starts()), "ms"));
        int initialised = StartUp.initialisedProviderClasses().size();
        rows.add(Row.of(Titles.START, Titles.INITIALISED, "", 1, initialised, "classes"));
        return List.copyOf(rows);
    }

    private static Row stampede(String title, Function<Upstream, Peer> opening, Callers callers) {
        String variant = callers.toString();
        return callers.executor()
                .map(executor -> new Stampede(CALLERS, LATENCY).run(opening, executor))
                .map(reads -> Row.of(Titles.STAMPEDE, title, variant, CALLERS, reads, READS))
                .orElseGet(() -> Row.missing(Titles.STAMPEDE, title, variant, CALLERS, "needs JDK 21"));
    }

    private Row memory(Store store) {
        int secrets = options.largeCache();
        double bytes = Memory.bytesPerEntry(store, secrets);
        Row row = Row.of(Titles.MEMORY, store.toString(), LargeSizes.name(secrets), 1, bytes, "B/entry");
        return store == Store.CAFFEINE ? row.asBase() : row;
    }
}
