package io.claviger.testkit.canary;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Hears Logback, at every level, without changing what it prints: a filter sees each line before its level is looked at,
 * and lets everybody who asks first believe that the level is on.
 */
final class LogbackEar implements Ear {

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Evidence evidence;
    private final Filter filter = new Filter();
    private final Listener listener = new Listener();

    LogbackEar(Evidence evidence) {
        this.evidence = evidence;
    }

    static boolean isHere() {
        return LoggerFactory.getILoggerFactory() instanceof LoggerContext;
    }

    @Override
    public void open() {
        listener.setContext(context);
        listener.start();
        root().addAppender(listener);
        filter.start();
        context.addTurboFilter(filter);
    }

    @Override
    public void close() {
        context.getTurboFilterList().remove(filter);
        root().detachAppender(listener);
    }

    private Logger root() {
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private void heard(String logger, String line) {
        evidence.add("the log of " + logger + " (Logback)", line);
    }

    private final class Filter extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] arguments,
                @Nullable Throwable thrown) {
            if (format == null && arguments == null && thrown == null) {
                return FilterReply.ACCEPT;
            }
            heard(logger.getName(), LogLine.of(format, arguments, thrown));
            return FilterReply.NEUTRAL;
        }
    }

    /** For lines made by a builder, which no filter sees. */
    private final class Listener extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            Throwable thrown = event.getThrowableProxy() instanceof ThrowableProxy proxy ? proxy.getThrowable() : null;
            heard(
                    event.getLoggerName(),
                    LogLine.of(event.getFormattedMessage(), event.getArgumentArray(), thrown)
                            + event.getMDCPropertyMap()
                            + event.getKeyValuePairs());
        }
    }
}
