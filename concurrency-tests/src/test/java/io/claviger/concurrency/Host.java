package io.claviger.concurrency;

import io.claviger.IntegrationManager;
import io.claviger.Reason;
import io.claviger.Resolution;
import io.claviger.SecretHandle;
import io.claviger.SecretReference;
import io.claviger.SecretResolver;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.Template;
import io.claviger.UnresolvedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A host with one vault, as cheap to make as the public API allows: {@code team/one} holds 1, and {@code user} and
 * {@code password} are linked to its fields. Reads run on the calling thread, and time stands still.
 */
final class Host {

    /** What a read gives while there is nothing to read from. */
    static final int DISCONNECTED = 0;

    static final SecretReference USER = SecretReference.parse("vault://team/one#user");
    static final SecretReference PASSWORD = SecretReference.parse("vault://team/one#password");
    static final SecretReference OTHER_USER = SecretReference.parse("vault://team/two#user");

    // of an expiration of 60 minutes: beyond 80 % and its jitter
    private static final Duration REFRESH_DUE = Duration.ofMinutes(55);
    private static final Template BOTH = Template.compile("{{vault:user}}{{vault:password}}");

    final MemoryVault vault = new MemoryVault();
    final StillTime time = new StillTime();
    final IntegrationManager manager = IntegrationManager.builder()
            .discovery(false)
            .provider(vault)
            .timeSource(time)
            .executor(Runnable::run)
            .build();
    final SecretResolver secrets = manager.resolver();
    final SecretHandle handle = secrets.bind("user");

    Host() {
        vault.put("one", 1);
        connect();
        manager.link("user", USER);
        manager.link("password", PASSWORD);
    }

    /** A host that has read both names and its handle before. */
    static Host warm() {
        Host host = new Host();
        host.pair();
        host.byHandle();
        return host;
    }

    /** A host that has read as a warm one has, so long ago that the next hit starts a refresh. */
    static Host refreshDue() {
        Host host = warm();
        host.time.jump(REFRESH_DUE);
        return host;
    }

    void connect() {
        manager.connect("team", "memory", Settings.empty());
    }

    int byName() {
        return read(() -> secrets.resolve("user"));
    }

    int byHandle() {
        return read(handle::get);
    }

    int byReference() {
        return read(() -> secrets.resolve(USER));
    }

    /** Reads by name, and counts a manager that is closed as one that is disconnected. */
    int unlessClosed() {
        try {
            return byName();
        } catch (IllegalStateException e) {
            return DISCONNECTED;
        }
    }

    /** Disconnects, unless the manager was closed before. */
    void disconnectUnlessClosed() {
        try {
            manager.disconnect("team");
        } catch (IllegalStateException e) {
            // closed: nothing is left to disconnect
            return;
        }
    }

    /** Reads user and password in one call: two digits, which are equal if both come from one read of the vault. */
    int pair() {
        Map<String, Resolution> both = secrets.resolveAll(List.of("user", "password"));
        return 10 * number(both.get("user").orElseThrow())
                + number(both.get("password").orElseThrow());
    }

    /** Reads user and password as {@link #pair()} does, by a template. */
    int rendered() {
        return Integer.parseInt(secrets.render(BOTH).revealText());
    }

    /** How many secrets are in the cache. */
    int cached() {
        return (int) manager.cache().statistics().size();
    }

    private static int read(Supplier<SecretValue> read) {
        try {
            return number(read.get());
        } catch (UnresolvedException e) {
            if (e.reason() != Reason.DISCONNECTED) {
                throw e;
            }
            return DISCONNECTED;
        }
    }

    private static int number(SecretValue value) {
        return Integer.parseInt(value.revealText());
    }
}
