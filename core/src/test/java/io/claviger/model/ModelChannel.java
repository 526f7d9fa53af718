package io.claviger.model;

import io.claviger.spi.VaultFailure.Kind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One session, what its credentials are good for, and what was read in it and is still cached. */
final class ModelChannel {

    private static final Duration ABSENCE = Duration.ofSeconds(10);
    private static final Duration CONFIRMATION = Duration.ofSeconds(5);

    /** A cached secret. */
    record Entry(int version, Duration fetchedAt, Duration suspectSince) {}

    /** A remembered absence. */
    record Absence(Kind kind, Duration until) {}

    final boolean personal;
    final ModelCredentials credentials;
    final Map<String, Entry> entries = new HashMap<>();
    final Map<String, Absence> absences = new HashMap<>();
    boolean session;
    String identity;

    ModelChannel(boolean personal, ModelCredentials credentials) {
        this.personal = personal;
        this.credentials = credentials;
    }

    void loggedIn(Contact contact) {
        credentials.tried(contact);
        session = !contact.failed();
        identity = session ? contact.principal() : identity;
    }

    void read(Contact contact, Duration expiration) {
        forget(contact.at(), expiration);
        Kind kind = contact.failure().orElse(null);
        String path = contact.path();
        if (kind == null) {
            entries.put(path, new Entry(contact.version(), contact.at(), null));
            absences.remove(path);
        } else if (kind == Kind.SESSION_ENDED) {
            session = false;
            if (personal) {
                clear();
            }
        } else if (kind == Kind.UNAVAILABLE) {
            entries.computeIfPresent(path, (key, entry) -> suspect(entry, null));
        } else {
            absent(path, kind, contact.at());
        }
    }

    // what is cached is believed until the vault has said twice that it is gone (C6)
    private void absent(String path, Kind kind, Duration at) {
        Entry entry = entries.get(path);
        if (entry != null && entry.suspectSince() == null) {
            entries.put(path, suspect(entry, at));
        } else {
            entries.remove(path);
            absences.put(path, new Absence(kind, at.plus(ABSENCE)));
        }
    }

    private static Entry suspect(Entry entry, Duration since) {
        return new Entry(entry.version(), entry.fetchedAt(), since);
    }

    /** Forgets what is over by then. */
    void forget(Duration now, Duration expiration) {
        entries.values().removeIf(entry -> now.minus(entry.fetchedAt()).compareTo(expiration) >= 0);
        absences.values().removeIf(absence -> now.compareTo(absence.until()) >= 0);
    }

    void drop(String path) {
        entries.remove(path);
        absences.remove(path);
    }

    void clear() {
        entries.clear();
        absences.clear();
    }

    /** Whether an answer of the vault is suspected to be wrong for longer than it may be. */
    boolean overdue(Duration now) {
        return entries.values().stream()
                .anyMatch(entry -> entry.suspectSince() != null
                        && now.minus(entry.suspectSince()).compareTo(CONFIRMATION) > 0);
    }
}
