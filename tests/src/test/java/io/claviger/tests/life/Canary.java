package io.claviger.tests.life;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.claviger.SecretValue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Makes up secrets, listens to every logger at every level, and fails the test if one of them was logged. */
final class Canary implements BeforeEachCallback, AfterEachCallback {

    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Ear ear = new Ear();

    /** A text that stands nowhere else. */
    String text() {
        String text = "canary-" + UUID.randomUUID();
        secrets.add(text);
        return text;
    }

    SecretValue value() {
        return SecretValue.ofText(text());
    }

    /** Watches for a secret that was made elsewhere. */
    String watch(String secret) {
        secrets.add(secret);
        return secret;
    }

    void assertNotIn(String text) {
        for (String secret : secrets) {
            String base64 = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            assertThat(text).doesNotContain(secret).doesNotContain(base64);
        }
    }

    void assertNotIn(Throwable thrown) {
        StringWriter everything = new StringWriter();
        thrown.printStackTrace(new PrintWriter(everything));
        assertNotIn(everything.toString());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        root.setLevel(Level.TRACE);
        ear.setContext(root.getLoggerContext());
        ear.start();
        root.addAppender(ear);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        root.detachAppender(ear);
        root.setLevel(Level.WARN);
        assertThat(ear.heard).as("the canary hears nothing").isNotEmpty();
        assertNotIn(String.join("\n", ear.heard));
    }

    private static final class Ear extends AppenderBase<ILoggingEvent> {

        private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

        @Override
        protected void append(ILoggingEvent event) {
            heard.add(event.getFormattedMessage() + " " + event.getMDCPropertyMap() + " " + event.getThreadName());
            var thrown = event.getThrowableProxy();
            while (thrown != null) {
                heard.add(String.valueOf(thrown.getMessage()));
                thrown = thrown.getCause();
            }
        }
    }
}
