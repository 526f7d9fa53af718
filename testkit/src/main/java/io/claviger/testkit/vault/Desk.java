package io.claviger.testkit.vault;

import io.claviger.SecretValue;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Who is let in, and for how long. */
final class Desk {

    private final Map<String, SecretValue> passwords = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable Duration lifetime;
    private volatile @Nullable Duration renewal;

    void password(String user, SecretValue password) {
        passwords.put(user, password);
    }

    void check(ScriptedCredentials credentials) {
        SecretValue expected = passwords.get(credentials.user());
        if (expected != null && !expected.hasSameContentAs(credentials.password())) {
            throw VaultFailure.of(Kind.CREDENTIALS_REFUSED, "The scripted vault refuses this password.");
        }
    }

    /** A session is good until the generation of its login is over. */
    long generation() {
        return generation.get();
    }

    void endSessions() {
        generation.incrementAndGet();
    }

    void lifetime(Duration duration) {
        lifetime = duration;
    }

    void renewal(Duration duration) {
        renewal = duration;
    }

    Optional<Duration> lifetime() {
        return Optional.ofNullable(lifetime);
    }

    Optional<Duration> renewal() {
        return Optional.ofNullable(renewal);
    }
}
