package io.claviger.testkit.vault;

import io.claviger.SecretLease;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import io.claviger.testkit.vault.VaultCall.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** One login to a scripted vault. */
final class ScriptedSession implements Session {

    private final ScriptedVault vault;
    private final String user;
    private final String token;
    private final Optional<Duration> lifetime;
    private final boolean renewable;
    private volatile long end;

    ScriptedSession(ScriptedVault vault, String user) {
        this.vault = vault;
        this.user = user;
        this.token = vault.desk().issue();
        this.lifetime = vault.desk().lifetime();
        this.renewable = vault.desk().renewal().isPresent();
        this.lifetime.ifPresent(this::last);
    }

    private void last(Duration duration) {
        end = vault.time().nanoTime() + duration.toNanos();
    }

    @Override
    public SecretSnapshot read(Locator locator, Call call) {
        return ask(Kind.READ, locator.toString(), call, () -> vault.shelf(locator)
                .read(locator.parameter(ScriptedClient.VERSION)));
    }

    @Override
    public boolean unchanged(Locator locator, SecretSnapshot known, Call call) {
        return ask(Kind.PROBE, locator.toString(), call, () -> known.version()
                .filter(version -> locator.parameter(ScriptedClient.VERSION).isEmpty())
                .filter(vault.shelf(locator)::isCurrent)
                .isPresent());
    }

    @Override
    public Optional<Duration> lifetime() {
        return lifetime;
    }

    @Override
    public boolean renewable() {
        return renewable;
    }

    @Override
    public Optional<Duration> renew(Call call) {
        return ask(Kind.RENEW_SESSION, user, call, () -> {
            Optional<Duration> extension = vault.desk().renewal();
            extension.ifPresent(this::last);
            return extension;
        });
    }

    @Override
    public Optional<Duration> renewLease(SecretLease lease, Call call) {
        return ask(Kind.RENEW_LEASE, lease.id(), call, vault::leaseRenewal);
    }

    @Override
    public boolean revokeLease(SecretLease lease, Call call) {
        return vault.answer(Kind.REVOKE_LEASE, lease.id(), call, () -> true);
    }

    @Override
    public Optional<String> identity() {
        return Optional.of(user);
    }

    @Override
    public boolean revoke(Call call) {
        return vault.answer(Kind.REVOKE_SESSION, user, call, () -> {
            vault.desk().withdraw(token);
            return true;
        });
    }

    @Override
    public void write(Locator locator, SecretValue value, Call call) {
        ask(Kind.WRITE, locator.toString(), call, () -> vault.put(String.join("/", locator.path()), value));
    }

    @Override
    public void erase(Locator locator, Call call) {
        ask(Kind.ERASE, locator.toString(), call, () -> {
            vault.shelf(locator).clear();
            return true;
        });
    }

    private <T> T ask(Kind kind, String subject, Call call, Supplier<T> answer) {
        return vault.answer(kind, subject, call, () -> {
            checkAlive();
            return answer.get();
        });
    }

    private void checkAlive() {
        boolean over = lifetime.isPresent() && vault.time().nanoTime() - end >= 0;
        if (over || !vault.desk().honours(token)) {
            throw VaultFailure.of(VaultFailure.Kind.SESSION_ENDED, "The session with the scripted vault is over.");
        }
    }

    @Override
    public String toString() {
        return "ScriptedSession[" + user + "]";
    }
}
