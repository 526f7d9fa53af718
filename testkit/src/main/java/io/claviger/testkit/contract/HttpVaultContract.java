package io.claviger.testkit.contract;

import io.claviger.Settings;
import io.claviger.testkit.http.Fault;
import io.claviger.testkit.http.FaultyServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * What every provider must do whose vault is a server, besides {@link VaultContract}. All of its requests go through a
 * {@link FaultyServer}, which makes the faults.
 */
public abstract class HttpVaultContract extends VaultContract {

    private @Nullable FaultyServer front;

    /** Creates the test of a provider. */
    protected HttpVaultContract() {}

    /**
     * Returns the real server, or one that answers like it.
     *
     * @return scheme, host and port, of plain HTTP
     */
    protected abstract URI server();

    /**
     * Returns settings that reach the server at an address.
     *
     * @param address scheme, host and port
     * @return the settings
     */
    protected abstract Settings settings(URI address);

    /**
     * Returns settings that trust one authority and no other ({@link Capability#TRUST}).
     *
     * @param settings settings with an address
     * @param authority a PEM file with its certificate
     * @return the same settings, with the trust
     */
    protected Settings trusting(Settings settings, Path authority) {
        throw new UnsupportedOperationException("Override trusting, or leave out Capability.TRUST and say why.");
    }

    /**
     * Returns how the server asks for fewer requests. By default by status 429, with {@code Retry-After} in seconds.
     *
     * @param retryAfter how long it says to wait; empty for no hint
     * @return the answer
     */
    protected Fault throttling(Optional<Duration> retryAfter) {
        return Fault.tooManyRequests(retryAfter);
    }

    /**
     * Returns successful answers to a read that hold a text and no secret that could be understood. By default JSON of the
     * wrong shape, JSON that breaks off, and a page of something else.
     *
     * @param text what they hold
     * @return the answers
     */
    protected List<Fault> malformedReplies(String text) {
        return MalformedBodies.with(text);
    }

    @Override
    protected final Settings settings() {
        return settings(front().address());
    }

    @Override
    protected void throttle(Optional<Duration> retryAfter) {
        front().misbehave(throttling(retryAfter));
    }

    @Override
    protected void goDown() {
        front().misbehave(Fault.hangUp());
    }

    @Override
    protected void beSlow() {
        front().misbehave(Fault.silence());
    }

    @Override
    protected void garble(String name, String secret) {
        front().misbehave(malformedReplies(secret).get(0));
    }

    @Override
    protected long requests() {
        return front().requests().size();
    }

    @Override
    protected void recover() {
        front().behave();
    }

    final FaultyServer front() {
        if (front == null) {
            front = closing(FaultyServer.before(server()));
        }
        return front;
    }

    @Nested
    @DisplayName("Transport")
    final class Transport extends TransportGroup {
        Transport() {
            super(HttpVaultContract.this);
        }
    }

    @Nested
    @DisplayName("Certificates")
    final class Certificates extends CertificatesGroup {
        Certificates() {
            super(HttpVaultContract.this);
        }
    }

    @Nested
    @DisplayName("Stray answers and exceptions")
    final class StrayAnswers extends StrayAnswersGroup {
        StrayAnswers() {
            super(HttpVaultContract.this);
        }
    }
}
