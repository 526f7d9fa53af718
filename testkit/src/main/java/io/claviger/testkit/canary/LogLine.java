package io.claviger.testkit.canary;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Writes down all that belongs to one line of a log. */
final class LogLine {

    private LogLine() {}

    static String of(@Nullable String message, Object @Nullable [] arguments, @Nullable Throwable thrown) {
        StringBuilder line = new StringBuilder(String.valueOf(message));
        if (arguments != null) {
            for (Object argument : arguments) {
                line.append(' ').append(text(argument));
            }
        }
        line.append(' ').append(Thread.currentThread().getName());
        line.append(' ').append(MDC.getCopyOfContextMap());
        return thrown == null
                ? line.toString()
                : line.append('\n').append(trace(thrown)).toString();
    }

    // what cannot print itself is not printed
    @SuppressWarnings("CatchingUnchecked")
    private static String text(@Nullable Object argument) {
        try {
            return argument instanceof Throwable thrown ? trace(thrown) : String.valueOf(argument);
        } catch (RuntimeException e) {
            return "";
        }
    }

    static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
