package io.claviger.simulation;

import io.claviger.SecretLease;
import io.claviger.SecretSnapshot;
import io.claviger.simulation.Happening.Announced;
import io.claviger.simulation.Happening.Answer;
import io.claviger.simulation.Happening.LeaseRenewed;
import io.claviger.simulation.Happening.LeaseRevoked;
import io.claviger.simulation.Happening.Minted;
import io.claviger.simulation.Happening.ReadEnded;
import io.claviger.simulation.Happening.ReadStarted;
import io.claviger.simulation.Happening.RevocationAsked;
import io.claviger.simulation.Happening.SessionOver;
import io.claviger.simulation.Happening.SessionRenewed;
import io.claviger.simulation.Happening.SessionRevocationAsked;
import io.claviger.simulation.Happening.ToldDead;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.time.Duration;
import java.util.Optional;

/** A session in a simulated vault. What it gives tells in its text which read brought it. */
final class SimulatedSession implements Session {

    private final SimulatedVault vault;
    private final World world;
    private final int number;
    private final boolean stillborn;
    private long endsAt;
    private boolean ended;

    SimulatedSession(SimulatedVault vault, int number) {
        this.vault = vault;
        this.world = vault.world();
        this.number = number;
        Moment now = world.time().moment();
        this.stillborn = vault.weather().stillbirths().at(now);
        this.endsAt =
                now.life() + vault.sessionLifetime().map(Duration::toNanos).orElse(Long.MAX_VALUE / 2);
    }

    int number() {
        return number;
    }

    boolean accepted() {
        return !ended && !stillborn && world.time().moment().life() < endsAt;
    }

    void end() {
        ended = true;
    }

    @Override
    public SecretSnapshot read(Locator locator, Call call) {
        String path = String.join("/", locator.path());
        int read = world.nextRead();
        world.log(new ReadStarted(read, vault.alias() + "/" + path, number));
        SecretSnapshot given = null;
        VaultFailure failure = null;
        try {
            given = reply(path, read);
        } catch (VaultFailure thrown) {
            failure = thrown;
        }
        world.answering();
        Answer answer = failure == null ? Answer.GIVEN : answer(failure);
        boolean nothing = failure != null && failure.createdNothing();
        world.log(new ReadEnded(read, answer, call.remaining().isZero(), nothing));
        if (failure != null) {
            throw failure;
        }
        return given;
    }

    private SecretSnapshot reply(String path, int read) {
        check();
        VaultSecret secret = vault.secret(path);
        secret.refusal(world.time().moment()).ifPresent(kind -> {
            throw VaultFailure.of(kind, "Not for you.");
        });
        // what is minted is like nothing else; a version is the same however often it is read
        String made = secret.lease().isPresent() ? "!" + read : "";
        String text = vault.alias() + "/" + path + "@" + secret.version() + made;
        SecretSnapshot.Builder snapshot = SecretSnapshot.ofValue(world.value(text, read));
        secret.lifetime().ifPresent(lifetime -> {
            snapshot.lifetime(lifetime);
            world.log(new Announced(read, lifetime));
        });
        if (secret.lease().isPresent()) {
            snapshot.lease(mint(secret, read, secret.lease().get()));
        } else {
            snapshot.version("v" + secret.version());
        }
        return snapshot.build();
    }

    private SecretLease mint(VaultSecret secret, int read, Duration length) {
        String id = "lease" + world.nextLease();
        world.log(new Minted(read, id, number, length));
        if (world.oneIn(25)) {
            throw VaultFailure.of(Kind.UNAVAILABLE, "The answer was lost on its way.");
        }
        SecretLease lease = SecretLease.of(id, length);
        return secret.renewable() ? lease.asRenewable() : lease;
    }

    private void check() {
        vault.trouble().ifPresent(trouble -> {
            throw trouble;
        });
        if (!accepted()) {
            world.log(new ToldDead(number));
            throw VaultFailure.of(Kind.SESSION_ENDED, "Who are you?").nothingCreated();
        }
    }

    static Answer answer(VaultFailure failure) {
        return switch (failure.kind()) {
            case UNAVAILABLE -> Answer.UNAVAILABLE;
            case THROTTLED -> Answer.THROTTLED;
            case SESSION_ENDED -> Answer.SESSION_ENDED;
            case CREDENTIALS_REFUSED -> Answer.REFUSED;
            default -> Answer.DEFINITE;
        };
    }

    @Override
    public Optional<Duration> lifetime() {
        return vault.sessionLifetime();
    }

    @Override
    public boolean renewable() {
        return vault.renewable() && vault.sessionLifetime().isPresent();
    }

    @Override
    public Optional<Duration> renew(Call call) {
        check();
        Optional<Duration> length = world.oneIn(6) ? Optional.empty() : vault.sessionLifetime();
        length.ifPresent(longer -> {
            endsAt = Math.max(endsAt, world.time().moment().life() + longer.toNanos());
            world.log(new SessionRenewed(number, longer));
        });
        world.answering();
        return length;
    }

    @Override
    public boolean unchanged(Locator locator, SecretSnapshot known, Call call) {
        world.answering();
        check();
        VaultSecret secret = vault.secret(String.join("/", locator.path()));
        return vault.probes()
                && known.version().filter(("v" + secret.version())::equals).isPresent();
    }

    @Override
    public Optional<Duration> renewLease(SecretLease lease, Call call) {
        check();
        Optional<Duration> length = world.oneIn(5) ? Optional.empty() : Optional.of(lease.length());
        length.ifPresent(longer -> world.log(new LeaseRenewed(lease.id(), longer)));
        world.answering();
        return length;
    }

    @Override
    public boolean revokeLease(SecretLease lease, Call call) {
        world.log(new RevocationAsked(lease.id()));
        check();
        world.log(new LeaseRevoked(lease.id()));
        world.answering();
        return true;
    }

    @Override
    public Optional<String> identity() {
        return Optional.of("robot");
    }

    @Override
    public boolean revoke(Call call) {
        world.log(new SessionRevocationAsked(number));
        check();
        end();
        world.log(new SessionOver(number, "revoked"));
        world.answering();
        return true;
    }
}
