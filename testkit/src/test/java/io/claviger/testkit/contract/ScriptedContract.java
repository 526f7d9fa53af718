package io.claviger.testkit.contract;

import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.TimeSource;
import io.claviger.spi.VaultFailure.Kind;
import io.claviger.spi.VaultProvider;
import io.claviger.testkit.vault.ScriptedCredentials;
import io.claviger.testkit.vault.ScriptedVault;
import io.claviger.testkit.vault.VirtualTime;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** What the scriptable vault can do. */
abstract class ScriptedContract extends VaultContract {

    private final VirtualTime time = new VirtualTime();
    private final ScriptedVault scripted = ScriptedVault.on(time);
    private SecretValue password = SecretValue.ofText("none yet");

    @BeforeEach
    void requirePassword() {
        password = canary().value();
        scripted.requirePassword("robot", password);
        scripted.sessionsLast(Duration.ofHours(1));
        scripted.renewSessions(Duration.ofHours(1));
    }

    @Override
    protected Capabilities capabilities() {
        return Capabilities.all()
                .without("its slow replies take virtual time", Capability.INTERRUPTION)
                .without("it answers by objects", Capability.MALFORMED_REPLIES)
                .without("it has no setting that can be wrong", Capability.SETTINGS)
                .without("it is registered, never found", Capability.DISCOVERY);
    }

    @Override
    protected VaultProvider provider() {
        return scripted;
    }

    @Override
    protected Settings settings() {
        return Settings.empty();
    }

    @Override
    protected TimeSource time() {
        return time;
    }

    @Override
    protected Credentials credentials() {
        return ScriptedCredentials.of("robot", password);
    }

    @Override
    protected Credentials wrongCredentials() {
        return ScriptedCredentials.of("robot", canary().value());
    }

    @Override
    protected URI visit(URI page, String person) {
        return scripted.signInPage().visit(page, person);
    }

    @Override
    protected List<String> signInTokens() {
        return scripted.tokens();
    }

    @Override
    protected SecretReference reference(String name) {
        return SecretReference.of(ALIAS, name);
    }

    @Override
    protected void store(String name, SecretValue value) {
        scripted.put(name, value);
    }

    @Override
    protected void store(String name, Map<String, String> fields) {
        scripted.put(name, fields);
    }

    @Override
    protected void remove(String name) {
        scripted.remove(name);
    }

    @Override
    protected void delete(String name) {
        scripted.delete(name);
    }

    @Override
    protected void disable(String name) {
        scripted.disable(name);
    }

    @Override
    protected void deny(String name) {
        scripted.deny(name);
    }

    @Override
    protected void endSessions() {
        scripted.endSessions();
    }

    @Override
    protected void lease(String name) {
        scripted.renewLeases(Duration.ofHours(1));
        scripted.lease(name, Duration.ofHours(1), () -> UUID.randomUUID().toString());
    }

    @Override
    protected void throttle(Optional<Duration> retryAfter) {
        retryAfter.ifPresentOrElse(scripted::throttle, scripted::throttle);
    }

    @Override
    protected void goDown() {
        scripted.goDown();
    }

    @Override
    protected void beSlow() {
        scripted.latency(Duration.ofDays(1));
    }

    @Override
    protected long requests() {
        // a call whose deadline has passed fails before the vault is asked, and is logged all the same
        return scripted.calls().stream()
                .filter(call -> call.failure().filter(Kind.UNAVAILABLE::equals).isEmpty())
                .count();
    }

    @Override
    protected void recover() {
        scripted.latency(Duration.ZERO);
        scripted.recover();
    }
}
