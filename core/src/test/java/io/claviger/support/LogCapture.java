package io.claviger.support;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Keeps what is logged below one logger while it is open. */
public final class LogCapture implements AutoCloseable {

    private final Logger logger;
    private final Ear ear = new Ear();

    public LogCapture(String loggerName) {
        logger = (Logger) LoggerFactory.getLogger(loggerName);
        ear.start();
        logger.addAppender(ear);
    }

    /** What was logged so far: level and message. */
    public List<String> lines() {
        return ear.lines;
    }

    @Override
    public void close() {
        logger.detachAppender(ear);
    }

    private static final class Ear extends AppenderBase<ILoggingEvent> {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLevel() + " " + event.getFormattedMessage());
        }
    }
}
