package io.claviger.model;

import io.claviger.Reason;
import io.claviger.spi.VaultFailure.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One secret that a step may read: what the model had cached of it before, and what the vault said meanwhile. */
final class Fetch {

    // a hit in the last part of a life starts a refresh (C6); when exactly is spread
    private static final double REFRESH = 0.75;
    private static final int MOST_READS_AFTER_A_LOST_SESSION = 4;

    final ModelIntegration integration;
    final ModelChannel channel;
    final String path;
    private final boolean loginWorks;
    private final boolean vaultDown;
    private final boolean hadSession;
    private final ModelChannel.Entry entry;
    private final ModelChannel.Absence absence;
    private final boolean old;
    private final List<Contact> reads = new ArrayList<>();
    private boolean sessionLost;

    Fetch(Model model, Reader reader, Place place) {
        this.integration = model.find(place.alias());
        this.channel = integration.channel(reader.who());
        this.path = place.path();
        this.loginWorks = channel.credentials.right();
        this.vaultDown = model.world.vault(integration.address).isDown();
        this.hadSession = channel.session;
        this.entry = channel.entries.get(path);
        this.absence = channel.absences.get(path);
        this.old =
                entry != null && model.now().minus(entry.fetchedAt()).toNanos() >= model.expiration.toNanos() * REFRESH;
    }

    boolean covers(Contact contact) {
        boolean same = contact.alias().equals(integration.alias) && integration.channelOf(contact) == channel;
        return same && (contact.what() == Contact.What.LOGIN || contact.path().equals(path));
    }

    void sessionLost() {
        sessionLost = true;
    }

    void read(Contact contact) {
        reads.add(contact);
    }

    private boolean cached() {
        return entry != null || absence != null;
    }

    // a value of a personal session goes with it
    private boolean dropped() {
        return sessionLost && channel.personal;
    }

    boolean mayRead() {
        return !cached() || old || dropped();
    }

    void checkReads() {
        int most = sessionLost ? MOST_READS_AFTER_A_LOST_SESSION : 1;
        Model.check(reads.size() <= most, () -> "read more than once: " + reads);
        boolean impossible = (!hadSession || sessionLost) && (vaultDown || !loginWorks);
        Model.check(cached() || !reads.isEmpty() || impossible, () -> "answered without asking the vault for " + path);
    }

    /** Whether what was read for a refresh is not cached, because the session of what it refreshed is over. */
    boolean overthrown() {
        return cached() && dropped();
    }

    /** The versions that readers may have got; empty for none at all. */
    Set<Optional<Integer>> versions() {
        Set<Optional<Integer>> versions = new LinkedHashSet<>(Set.of(Optional.empty()));
        if (entry != null) {
            versions.add(Optional.of(entry.version()));
        }
        reads.stream().filter(read -> !read.failed()).forEach(read -> versions.add(Optional.of(read.version())));
        return versions;
    }

    /** Why readers may have got no value. */
    Set<Reason> reasons() {
        Set<Reason> reasons = new LinkedHashSet<>();
        if (absence != null) {
            reasons.add(absence.kind().reason());
        }
        if (!cached() || dropped()) {
            Optional<Kind> last = reads.isEmpty()
                    ? Optional.empty()
                    : reads.get(reads.size() - 1).failure();
            last.map(Kind::reason).ifPresent(reasons::add);
            boolean noSession = reads.isEmpty() || last.equals(Optional.of(Kind.SESSION_ENDED));
            if (noSession && vaultDown) {
                reasons.add(Reason.UNREACHABLE);
            }
            if (noSession && !loginWorks) {
                reasons.add(Reason.REAUTHENTICATION_REQUIRED);
            }
        }
        return reasons;
    }
}
