package io.claviger.testkit.canary;

import io.claviger.ScriptPrompt;
import io.claviger.SecretValue;
import io.claviger.SetupStore;
import io.claviger.event.AuditRecord;
import io.claviger.event.AuditSink;
import io.claviger.event.VaultEvent;
import io.claviger.event.VaultEventListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Makes up secrets, and fails the test in which one shows: plain, escaped, encoded for URLs, in hexadecimal or base64,
 * broken across lines, or by half.
 *
 * <p>By itself it looks at what is logged at any level, through SLF4J (with its context map) on Logback or Log4j and
 * through {@code java.util.logging}, the platform's HTTP client included; at {@code System.out} and {@code System.err};
 * at the names of threads; and at a flight recording. What else must not give a secret away it has to {@link #see},
 * {@link #listener() hear} or {@link #read}; audit, setup stores and prompts of scripts can be watched.
 *
 * <p>Registered by {@code @RegisterExtension} in a static field, it makes one recording for all tests of the class; in
 * an instance field, one for each test, which takes longer. SLF4J must be bound to something that can be heard. Safe for
 * use by several threads.
 */
public final class LeakCanary implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private final Evidence evidence = new Evidence();
    private final Secrets secrets = new Secrets();
    private final Ears ears = new Ears(evidence);
    private final FlightEar flight = new FlightEar(evidence);
    private final Prints prints = new Prints(evidence);
    private boolean recordsClass;

    /** Creates a canary that has no secret yet. */
    public LeakCanary() {}

    /**
     * Makes up a value that is hard to carry along: with a quote, a backslash, a blank, a line break, a letter outside of
     * ASCII, and characters that URLs and markup treat in their own way.
     *
     * @return a text that stands nowhere else
     */
    public String text() {
        return "c4n4ry \"" + secrets.make() + "\\\u00fc\n<&%+/='";
    }

    /**
     * Makes up a token, key or password of letters and digits, for what takes nothing else.
     *
     * @return a text that stands nowhere else
     */
    public String token() {
        return "c4n4ry" + secrets.make();
    }

    /**
     * Makes up a value like {@link #text()}.
     *
     * @return the value
     */
    public SecretValue value() {
        return SecretValue.ofText(text());
    }

    /**
     * Makes up bytes that are no UTF-8 text.
     *
     * @return bytes that stand nowhere else
     */
    public byte[] bytes() {
        byte[] text = secrets.make().getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[text.length + 4];
        bytes[1] = (byte) 0xff;
        bytes[2] = (byte) 0xfe;
        System.arraycopy(text, 0, bytes, 3, text.length);
        return bytes;
    }

    /**
     * Watches for a secret that was made elsewhere: by the vault, for example.
     *
     * @param secret a text of at least 8 characters
     * @return the same text
     */
    public String watch(String secret) {
        secrets.add(secret);
        return secret;
    }

    /**
     * Looks at what can be made of an object that others get to see: its text, and what Java serialization, Jackson and Gson
     * make of it, as far as they are there. Of an exception also causes and suppressed ones; of a future that failed, its exception.
     *
     * @param object the object
     * @param <T> its type
     * @return the same object
     */
    public <T> T see(T object) {
        prints.of(object);
        return object;
    }

    /**
     * Looks at a text.
     *
     * @param where where it shows, for the message
     * @param text the text
     */
    public void read(String where, String text) {
        evidence.add(where, text);
    }

    /**
     * Looks at a file, or at all files below a folder, their names included.
     *
     * @param path the file or folder
     */
    public void read(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                evidence.add("the file " + file.getFileName(), Files.readString(file, StandardCharsets.ISO_8859_1));
                evidence.add("the name of a file", file.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns a listener, to be added to the builder of a manager, that looks at every event and its audit line.
     *
     * @return the listener
     */
    public VaultEventListener listener() {
        return this::hear;
    }

    /**
     * Returns a sink for required audit, to be given to the builder of a manager, that looks at every audit line, those of
     * requests included.
     *
     * @return the sink
     */
    public AuditSink auditSink() {
        return this::hear;
    }

    /**
     * Returns a store that looks at every setup that goes through it, and at its revision.
     *
     * @param store keeps the setup
     * @return the same store, watched
     */
    public SetupStore watched(SetupStore store) {
        return new WatchedSetupStore(store, evidence);
    }

    /**
     * Returns a prompt that looks at what a person is shown when a script asks for secrets, and at the answer.
     *
     * @param prompt asks the person
     * @return the same prompt, watched
     */
    public ScriptPrompt watched(ScriptPrompt prompt) {
        return new WatchedPrompt(prompt, evidence, prints);
    }

    private void hear(VaultEvent event) {
        prints.of(event);
        prints.of(AuditRecord.of(event));
    }

    /**
     * Fails if a secret shows in what was seen until now; the recording is looked at later. Called by itself after each
     * test.
     *
     * @throws AssertionError if one shows; it says where and in which spelling
     */
    public void assertNothingShows() {
        List<String> leaks = evidence.leaks(secrets);
        if (!leaks.isEmpty()) {
            throw new AssertionError("Secrets leak: " + String.join("; ", leaks));
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!flight.isOpen()) {
            flight.open();
            recordsClass = true;
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!flight.isOpen()) {
            flight.open();
        }
        ears.open();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ears.close();
        if (!recordsClass) {
            flight.close();
        }
        try {
            assertNothingShows();
        } finally {
            evidence.clear();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        // a nested class shares the recording of the class around it
        if (context.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .isEmpty()) {
            flight.close();
            assertNothingShows();
        }
    }
}
