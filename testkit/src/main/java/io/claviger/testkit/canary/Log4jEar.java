package io.claviger.testkit.canary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Hears Log4j 2, at every level. */
final class Log4jEar implements Ear {

    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final List<Runnable> restorations = new ArrayList<>();
    private final Listener listener;

    Log4jEar(Evidence evidence) {
        this.listener = new Listener(evidence);
    }

    static boolean isHere() {
        return LogManager.getContext(false) instanceof LoggerContext;
    }

    @Override
    public void open() {
        listener.start();
        Set<LoggerConfig> loggers = Collections.newSetFromMap(new IdentityHashMap<>());
        loggers.addAll(context.getConfiguration().getLoggers().values());
        loggers.add(context.getConfiguration().getRootLogger());
        loggers.forEach(this::listen);
        context.updateLoggers();
    }

    private void listen(LoggerConfig logger) {
        Level before = logger.getLevel();
        restorations.add(() -> {
            logger.setLevel(before);
            logger.removeAppender(listener.getName());
        });
        logger.setLevel(Level.ALL);
        if (logger.getParent() == null || !logger.isAdditive()) {
            logger.addAppender(listener, Level.ALL, null);
        }
    }

    @Override
    public void close() {
        restorations.forEach(Runnable::run);
        restorations.clear();
        context.updateLoggers();
    }

    private static final class Listener extends AbstractAppender {

        private final Evidence evidence;

        Listener(Evidence evidence) {
            super("claviger-canary", null, null, false, Property.EMPTY_ARRAY);
            this.evidence = evidence;
        }

        @Override
        public void append(LogEvent event) {
            evidence.add(
                    "the log of " + event.getLoggerName() + " (Log4j)",
                    LogLine.of(
                                    event.getMessage().getFormattedMessage(),
                                    event.getMessage().getParameters(),
                                    event.getThrown())
                            + event.getContextData());
        }
    }
}
