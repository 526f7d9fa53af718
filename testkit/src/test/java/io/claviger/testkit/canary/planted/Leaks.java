package io.claviger.testkit.canary.planted;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.claviger.ScriptDecision;
import io.claviger.ScriptOrigin;
import io.claviger.SetupStore;
import io.claviger.event.AuditWriter;
import io.claviger.event.VaultEvent;
import io.claviger.testkit.canary.LeakCanary;
import java.io.IOException;
import java.io.Serializable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import org.apache.logging.log4j.LogManager;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Tests that give their secret away, each in its own way: run by a test of the canary, and by nobody else. */
public class Leaks {

    // acts last of all, because it is registered first
    @RegisterExtension
    @Order(1)
    final AfterEachCallback restoration = context -> Thread.currentThread().setName("main");

    @RegisterExtension
    @Order(2)
    final LeakCanary canary = new LeakCanary();

    @TempDir
    Path folder;

    /** What the canary has to say. */
    @Retention(RetentionPolicy.RUNTIME)
    public @interface LeaksBy {
        String value();

        /** The last release of Java that leaks so. */
        int until() default Integer.MAX_VALUE;
    }

    @Test
    void nothing() {
        canary.text();
        LoggerFactory.getLogger("quiet").info("nothing to see");
        canary.see(canary.value());
    }

    @Test
    @LeaksBy("the log of talkative (Logback)")
    void plainLog() {
        LoggerFactory.getLogger("talkative").trace("The value is {}", canary.text());
    }

    @Test
    @LeaksBy("the log of talkative (Logback)")
    void guardedLog() {
        var logger = LoggerFactory.getLogger("talkative");
        if (logger.isTraceEnabled()) {
            logger.trace(canary.text());
        }
    }

    @Test
    @LeaksBy("the log of talkative (Logback)")
    void loggedPairs() {
        LoggerFactory.getLogger("talkative")
                .atTrace()
                .addKeyValue("key", canary.token())
                .log("a builder");
    }

    @Test
    @LeaksBy("the log of talkative (Logback)")
    void loggedCause() {
        LoggerFactory.getLogger("talkative")
                .debug("failed", new IllegalStateException("outer", new IOException(canary.text())));
    }

    @Test
    @LeaksBy("the log of talkative (Logback)")
    void contextMap() {
        MDC.put("user", canary.token());
        LoggerFactory.getLogger("talkative").debug("something else");
        MDC.remove("user");
    }

    @Test
    @LeaksBy("the log of platform (java.util.logging)")
    void platformLog() {
        java.util.logging.Logger.getLogger("platform")
                .log(Level.FINEST, "half of it: {0}", canary.token().substring(6, 18));
    }

    @Test
    // 17 was seen to log addresses, and 25 not to
    @LeaksBy(value = "the log of jdk.internal.httpclient.debug (java.util.logging)", until = 17)
    void platformHttpClient() throws Exception {
        try (BareServer server = new BareServer()) {
            URI address = server.address().resolve("/" + canary.token());
            HttpClient.newHttpClient()
                    .sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .join();
        }
    }

    @Test
    @LeaksBy("the log of fourth (Log4j)")
    void log4j() {
        LogManager.getLogger("fourth").trace("The value is {}", canary.token());
    }

    @Test
    @LeaksBy("System.out")
    void printed() {
        System.out.println(
                Base64.getEncoder().encodeToString(("user:" + canary.token()).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @LeaksBy("System.err")
    void printedAsError() {
        System.err.println(canary.token());
    }

    @Test
    @LeaksBy("the name of a thread")
    void threadName() {
        Thread.currentThread().setName("reader of " + canary.token());
    }

    @Test
    @LeaksBy("the flight recording")
    void recordedException() {
        try {
            throw new IllegalStateException("The answer was " + canary.token());
        } catch (IllegalStateException e) {
            // nobody sees it but the recording
        }
    }

    @Test
    @LeaksBy("the text of java.io.IOException")
    void suppressed() {
        IllegalStateException outer = new IllegalStateException("outer");
        outer.addSuppressed(new IOException(canary.text()));
        canary.see(outer);
    }

    @Test
    @LeaksBy("what Java serialization makes of")
    void serialized() {
        canary.see(new Form(canary.token()));
    }

    @Test
    @LeaksBy("what Jackson makes of")
    void jackson() {
        canary.see(new Field(canary.text()));
    }

    @Test
    @LeaksBy("what Gson makes of")
    void gson() {
        canary.see(new Field(canary.text()));
    }

    @Test
    @LeaksBy("what Java serialization makes of")
    void bytes() {
        canary.see(new Form(canary.bytes()));
    }

    @Test
    @LeaksBy("toString of")
    void text() {
        canary.see(new StringBuilder(canary.token()));
    }

    @Test
    @LeaksBy("toString of io.claviger.event.VaultEvent")
    void event() {
        canary.listener()
                .on(VaultEvent.at(Instant.EPOCH, VaultEvent.Type.LOAD, VaultEvent.Outcome.DONE)
                        .alias(canary.token())
                        .build());
    }

    @Test
    @LeaksBy("toString of io.claviger.event.AuditRecord")
    void auditLine() throws IOException {
        canary.auditSink().write(eventOf(canary.token()));
    }

    @Test
    @LeaksBy("the file audit.log")
    void auditFile() throws IOException {
        AuditWriter.toFile(folder.resolve("audit.log")).write(eventOf(canary.token()));
        canary.read(folder);
    }

    private static VaultEvent eventOf(String name) {
        return VaultEvent.at(Instant.EPOCH, VaultEvent.Type.LOAD, VaultEvent.Outcome.DONE)
                .name(name)
                .build();
    }

    @Test
    @LeaksBy("a saved setup")
    void savedSetup() {
        canary.watched(SetupStore.inMemory()).save("links to " + canary.text(), null);
    }

    @Test
    @LeaksBy("a loaded setup")
    void loadedSetup() {
        SetupStore store = SetupStore.inMemory();
        store.save("links to " + canary.text(), null);
        canary.watched(store).load();
    }

    @Test
    @LeaksBy("the revision of a setup")
    void revision() {
        SetupStore careless = mock(SetupStore.class);
        when(careless.save("text", null)).thenReturn(Optional.of(canary.token()));
        canary.watched(careless).save("text", null);
    }

    @Test
    @LeaksBy("what a prompt shows")
    void scriptPrompt() {
        ScriptOrigin careless = ScriptOrigin.collection("orders", "Orders with " + canary.token());
        canary.watched((origin, actor) -> CompletableFuture.completedFuture(ScriptDecision.DENY))
                .ask(careless, null);
    }

    @Test
    @LeaksBy("the text of java.lang.IllegalStateException")
    void answerOfAPrompt() {
        canary.watched((origin, actor) ->
                        CompletableFuture.failedFuture(new IllegalStateException("no window for " + canary.token())))
                .ask(ScriptOrigin.collection("orders", "Orders"), null);
    }

    @Test
    @LeaksBy("the text of java.io.IOException")
    void scriptThatFails() {
        canary.see(CompletableFuture.failedFuture(new IOException("The answer was " + canary.token())));
    }

    @Test
    @LeaksBy("the file setup.json")
    void file() throws IOException {
        Files.writeString(folder.resolve("setup.json"), canary.text());
        canary.read(folder);
    }

    @Test
    @LeaksBy("a page")
    void elsewhere() {
        canary.read("a page", canary.watch("a secret of the vault's own"));
    }

    /** Has no text of its own. */
    private record Form(Object content) implements Serializable {
        @Override
        public String toString() {
            return "Form";
        }
    }

    private static final class Field {
        @SuppressWarnings("UnusedVariable")
        private final String content;

        Field(String content) {
            this.content = content;
        }
    }
}
