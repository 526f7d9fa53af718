package io.claviger.testkit.canary;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.LoggerFactory;

/** All that is listened to during one test. */
final class Ears {

    private final Evidence evidence;
    private final List<Ear> all = new ArrayList<>();

    Ears(Evidence evidence) {
        this.evidence = evidence;
        all.add(StreamEar.out(evidence));
        all.add(StreamEar.err(evidence));
        all.add(new PlatformLogEar(evidence));
        if (Classes.present("ch.qos.logback.classic.LoggerContext") && LogbackEar.isHere()) {
            all.add(new LogbackEar(evidence));
        }
        if (Classes.present("org.apache.logging.log4j.core.LoggerContext") && Log4jEar.isHere()) {
            all.add(new Log4jEar(evidence));
        }
    }

    void open() {
        all.forEach(Ear::open);
        listen();
    }

    /** One that hears nothing would find nothing. */
    private void listen() {
        String probe = UUID.randomUUID().toString();
        LoggerFactory.getLogger(Ears.class).trace("The canary listens {}", probe);
        if (!evidence.mentions(probe)) {
            close();
            throw new IllegalStateException("The canary does not hear what is logged through SLF4J. Add"
                    + " ch.qos.logback:logback-classic, or bind SLF4J to java.util.logging or Log4j, for tests.");
        }
    }

    void close() {
        for (int i = all.size() - 1; i >= 0; i--) {
            all.get(i).close();
        }
        Thread.getAllStackTraces().keySet().forEach(thread -> evidence.add("the name of a thread", thread.getName()));
    }
}
