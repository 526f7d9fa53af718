package io.claviger.testkit.vault;

import io.claviger.SecretValue;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Who is let in, and for how long. */
final class Desk {

    private final Map<String, SecretValue> passwords = new ConcurrentHashMap<>();
    private final List<String> issued = new CopyOnWriteArrayList<>();
    private final Set<String> good = ConcurrentHashMap.newKeySet();
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

    /** Returns a token for a new session, good until it is withdrawn or all sessions are ended. */
    String issue() {
        String token = "scripted-" + UUID.randomUUID();
        good.add(token);
        issued.add(token);
        return token;
    }

    boolean honours(String token) {
        return good.contains(token);
    }

    void withdraw(String token) {
        good.remove(token);
    }

    void endSessions() {
        good.clear();
    }

    List<String> issued() {
        return List.copyOf(issued);
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
