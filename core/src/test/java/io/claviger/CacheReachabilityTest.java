package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure.Kind;
import io.claviger.support.Changes;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Latches;
import io.claviger.support.Scripted;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C4, C5, S2, S7: what is dropped is held by nothing any more")
class CacheReachabilityTest {

    private final FakeVault vault = new FakeVault();
    private final Fixture fixture = new Fixture(vault, builder -> builder);
    private final List<WeakReference<Object>> given = new ArrayList<>();
    private final Changes changes = new Changes();

    CacheReachabilityTest() {
        vault.minted.put("token", this::fresh);
        fixture.manager.link("token", SecretReference.of("team", "token"));
    }

    // nobody but the library holds what this gives
    private SecretSnapshot fresh() {
        SecretValue value = SecretValue.ofText("value");
        SecretSnapshot snapshot = SecretSnapshot.ofValue(value).build();
        given.add(new WeakReference<>(value));
        given.add(new WeakReference<>(snapshot));
        return snapshot;
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void cachedValue_isHeld() {
        SecretHandle handle = warm();

        System.gc();

        assertThat(given).hasSize(2).noneMatch(reference -> reference.refersTo(null));
        assertThat(handle.get().revealText()).isEqualTo("value");
    }

    @Test
    void value_afterAReset_isUnreachable() {
        SecretHandle handle = warm();

        fixture.manager.cache().reset();

        awaitCollected();
        assertThat(handle.name()).isEqualTo("token");
    }

    @Test
    void value_afterAResetOfItsName_isUnreachable() {
        warm();

        fixture.manager.cache().resetName("token");

        awaitCollected();
    }

    @Test
    void value_afterADisconnect_isUnreachable() {
        SecretHandle handle = warm();

        fixture.manager.disconnect("team");

        awaitCollected();
        assertThat(handle.name()).isEqualTo("token");
    }

    @Test
    void value_afterAReauthentication_isUnreachable() {
        warm();

        fixture.manager.reauthenticate("team", Fixture.renewing("robot"));

        awaitCollected();
    }

    @Test
    void value_afterAnUnlink_isUnreachable() {
        SecretHandle handle = warm();

        fixture.manager.unlink("token");

        awaitCollected();
        assertThat(handle.name()).isEqualTo("token");
    }

    @Test
    void value_afterItsExpiration_isUnreachable() {
        warm();

        fixture.time.advance(Duration.ofMinutes(60));

        awaitCollected();
    }

    @Test
    void value_afterARefresh_isUnreachable() {
        SecretHandle handle = warm();
        List<WeakReference<Object>> old = List.copyOf(given);
        fixture.time.advance(Duration.ofMinutes(51));
        assertThat(handle.get().revealText()).isEqualTo("value");
        assertThat(given).hasSize(4);

        old.forEach(CacheReachabilityTest::awaitCollected);
    }

    @Test
    void value_thatAWatchHasSeen_isUnreachableAfterAReset() {
        SecretWatch watch = fixture.secrets.watch(List.of("token"), changes);
        assertThat(given).hasSize(2);
        vault.minted.remove("token");

        fixture.manager.cache().reset();

        awaitCollected();
        assertThat(watch.names()).containsExactly("token");
        assertThat(changes.told()).isEmpty();
    }

    @Test
    void value_afterClose_isUnreachable() {
        SecretHandle handle = warm();
        SecretWatch watch = fixture.secrets.watch(List.of("token"), changes);

        fixture.manager.close();

        awaitCollected();
        assertThat(handle.name()).isEqualTo("token");
        assertThat(watch.names()).containsExactly("token");
    }

    @Test
    void credentialGivenOnce_afterTheLogin_isUnreachable() {
        WeakReference<Object> credential = connectOnce();
        fixture.manager.link("other", SecretReference.of("other", "token"));
        System.gc();
        assertThat(credential.refersTo(null)).as("before the login").isFalse();

        fixture.resolve("other");

        awaitCollected(credential);
    }

    @Test
    void credentialGivenOnce_thatTheVaultRefuses_isUnreachable() {
        WeakReference<Object> credential = connectOnce();
        fixture.manager.link("other", SecretReference.of("other", "token"));
        vault.beforeLogin = Scripted.failure(Kind.CREDENTIALS_REFUSED);

        fixture.secrets.attempt("other");

        awaitCollected(credential);
    }

    private WeakReference<Object> connectOnce() {
        FakeVault.Key key = new FakeVault.Key("ana");
        fixture.manager.connect("other", "fake", Settings.empty(), CredentialSource.once(key));
        return new WeakReference<>(key);
    }

    private SecretHandle warm() {
        SecretHandle handle = fixture.secrets.bind("token");
        handle.get();
        handle.get();
        fixture.secrets.attempt("token");
        var unused = fixture.secrets.resolveAsync("token");
        fixture.secrets.render("{{vault:token}}");
        assertThat(given).hasSize(2);
        return handle;
    }

    private void awaitCollected() {
        assertThat(given).isNotEmpty();
        given.forEach(CacheReachabilityTest::awaitCollected);
    }

    private static void awaitCollected(WeakReference<Object> reference) {
        Latches.awaitUntil(() -> {
            System.gc();
            return reference.refersTo(null);
        });
    }
}
