package io.claviger.model;

import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure.Kind;
import java.util.Optional;

/** A session in a vault, which knows through which integration it was opened and by whom. */
final class WorldSession implements Session {

    private final World world;
    private final Vault vault;
    private final String alias;
    private final String principal;
    private volatile boolean used;
    private volatile boolean dead;
    private volatile boolean revoked;
    private volatile boolean revocationFailed;

    WorldSession(World world, Vault vault, String alias, String principal) {
        this.world = world;
        this.vault = vault;
        this.alias = alias;
        this.principal = principal;
    }

    String alias() {
        return alias;
    }

    /** Whether it can still be used, and nobody has tried to end it. */
    boolean leftOpen() {
        return !dead && !revoked && !revocationFailed;
    }

    /** The vault ends it, if it has ever been of use. */
    void end(Vault which) {
        dead |= used && vault == which;
    }

    @Override
    public Optional<String> identity() {
        return Optional.of(principal);
    }

    @Override
    public SecretSnapshot read(Locator locator, Call call) {
        String path = String.join("/", locator.path());
        int version = vault.version(path);
        Optional<Kind> failure = failure(path);
        world.pause.run();
        contact(Contact.What.READ, path, failure, version);
        return Secrets.snapshot(vault.address(), path, version);
    }

    private Optional<Kind> failure(String path) {
        boolean ended = !vault.isDown() && (dead || revoked);
        return ended ? Optional.of(Kind.SESSION_ENDED) : vault.failure(path);
    }

    private void contact(Contact.What what, String path, Optional<Kind> failure, int version) {
        world.log(new Contact(what, alias, principal, path, failure.isPresent() ? 0 : version, failure, world.now()));
        used |= failure.filter(kind -> kind == Kind.UNAVAILABLE || kind == Kind.SESSION_ENDED)
                .isEmpty();
        failure.ifPresent(kind -> {
            throw Vault.failure(kind);
        });
    }

    @Override
    public void write(Locator locator, SecretValue value, Call call) {
        String path = String.join("/", locator.path());
        Optional<Kind> failure = failure(path).filter(kind -> kind != Kind.NOT_FOUND && kind != Kind.DELETED);
        int version = failure.isPresent() ? 0 : vault.rotate(path);
        contact(Contact.What.WRITE, path, failure, version);
    }

    @Override
    public boolean revoke(Call call) {
        Optional<Kind> failure = vault.isDown() ? Optional.of(Kind.UNAVAILABLE) : Optional.empty();
        revoked = failure.isEmpty();
        revocationFailed = failure.isPresent();
        contact(Contact.What.REVOKE, "", failure, 0);
        return true;
    }
}
