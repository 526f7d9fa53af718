package io.claviger.testkit.canary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Hears java.util.logging, at every level, the platform's own loggers and its HTTP client's among them. */
final class PlatformLogEar extends Handler implements Ear {

    /** Named, so that they exist before anybody asks whether they are on. */
    private static final List<String> PLATFORM =
            List.of("jdk.httpclient.HttpClient", "jdk.internal.httpclient.debug", "jdk.event.security", "sun.net.www");

    private final Evidence evidence;
    private final List<Changed> changed = new ArrayList<>();

    PlatformLogEar(Evidence evidence) {
        this.evidence = evidence;
        setLevel(Level.ALL);
    }

    @Override
    public void open() {
        PLATFORM.forEach(name -> listen(Logger.getLogger(name)));
        for (String name : Collections.list(LogManager.getLogManager().getLoggerNames())) {
            Logger logger = LogManager.getLogManager().getLogger(name);
            if (logger != null && (name.isEmpty() || logger.getLevel() != null || !logger.getUseParentHandlers())) {
                listen(logger);
            }
        }
    }

    private void listen(Logger logger) {
        changed.add(new Changed(logger, logger.getLevel()));
        logger.setLevel(Level.ALL);
        if (logger.getName().isEmpty() || !logger.getUseParentHandlers()) {
            logger.addHandler(this);
        }
    }

    @Override
    public void close() {
        for (Changed each : changed) {
            each.logger().removeHandler(this);
            each.logger().setLevel(each.level());
        }
        changed.clear();
    }

    @Override
    public void publish(LogRecord event) {
        evidence.add(
                "the log of " + event.getLoggerName() + " (java.util.logging)",
                LogLine.of(event.getMessage(), event.getParameters(), event.getThrown()));
    }

    @Override
    public void flush() {
        // nothing is buffered
    }

    /** Held, so that a logger with its level is not collected and made anew. */
    private record Changed(Logger logger, @Nullable Level level) {}
}
