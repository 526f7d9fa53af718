package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure.Kind;
import io.claviger.support.Changes;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C6: a watch survives disconnect, relink, outage and absence, and ends when it is closed")
class WatchLifeTest {

    private final Fixture fixture = new Fixture().linked("token", "token", "first");
    private final FakeVault vault = fixture.vault;
    private final Changes changes = new Changes();
    private final SecretWatch watch = fixture.secrets.watch(List.of("token"), changes);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void disconnectAndConnect_withTheSameValue_tellNothingAndWatchOn() {
        reconnect();
        assertThat(changes.told()).isEmpty();
        vault.put("token", "second");

        fixture.time.advance(Duration.ofMinutes(59));

        assertThat(changes.values("token")).containsExactly("second");
    }

    @Test
    void disconnectAndConnect_withANewValue_areTold() {
        vault.put("token", "second");

        reconnect();

        assertThat(changes.values("token")).containsExactly("second");
    }

    @Test
    void disconnected_watchAsksForNothing() {
        fixture.manager.disconnect("team");

        fixture.time.advance(Duration.ofHours(1));

        assertThat(vault.reads).hasSize(1);
        assertThat(fixture.time.scheduled()).isZero();
        assertThat(watch.current().get("token").reason()).contains(Reason.DISCONNECTED);
    }

    @Test
    void relink_isToldAndTheNewTargetIsWatched() {
        vault.put("other", "elsewhere");
        fixture.manager.relink("token", SecretReference.of("team", "other"));
        vault.put("other", "rotated");

        fixture.time.advance(Duration.ofMinutes(59));

        assertThat(changes.values("token")).containsExactly("elsewhere", "rotated");
    }

    @Test
    void unlinkAndLink_areToldOfTheNewTarget() {
        vault.put("other", "elsewhere");

        fixture.manager.unlink("token");
        fixture.manager.link("token", SecretReference.of("team", "other"));

        assertThat(changes.values("token")).containsExactly("elsewhere");
    }

    @Test
    void outage_isBridgedWithABackOffAndTellsOnlyOfANewValue() {
        List<Long> attempts = new ArrayList<>();
        vault.beforeReply = () -> {
            attempts.add(fixture.time.nanoTime());
            Scripted.failure(Kind.UNAVAILABLE).run();
        };
        fixture.manager.cache().reset();
        fixture.time.advance(Duration.ofHours(1));
        assertThat(changes.told()).isEmpty();
        assertThat(attempts).hasSizeBetween(10, 25);
        assertThat(gap(attempts, 1)).isGreaterThan(gap(attempts, 0));
        assertThat(gap(attempts, 2)).isGreaterThan(gap(attempts, 1));

        vault.beforeReply = () -> {};
        vault.put("token", "second");
        fixture.time.advance(Duration.ofMinutes(6));

        assertThat(changes.values("token")).containsExactly("second");
    }

    @Test
    void outageAtTheExpiration_isRecoveredFromWithoutAnybodyReading() {
        fixture.time.advance(Duration.ofMinutes(45));
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);
        fixture.time.advance(Duration.ofHours(2));
        vault.beforeReply = () -> {};

        fixture.time.advance(Duration.ofMinutes(6));

        assertThat(fixture.manager.cache().contents()).hasSize(1);
        assertThat(changes.told()).isEmpty();
    }

    @Test
    void absence_isAskedForAgainUntilTheSecretIsThere() {
        vault.remove("token");
        fixture.manager.cache().reset();
        fixture.time.advance(Duration.ofMinutes(30));
        assertThat(vault.reads).hasSizeBetween(5, 15);
        assertThat(changes.told()).isEmpty();
        vault.put("token", "second");

        fixture.time.advance(Duration.ofMinutes(6));

        assertThat(changes.values("token")).containsExactly("second");
    }

    @Test
    void removedSecret_isConfirmedAndThenNotServedByTheWatch() {
        vault.remove("token");

        fixture.time.advance(Duration.ofMinutes(51));

        assertThat(watch.current().get("token").reason()).contains(Reason.NOT_FOUND);
        assertThat(changes.told()).isEmpty();
    }

    @Test
    void closedWatch_isNeverTold() {
        watch.close();
        watch.close();
        vault.put("token", "second");

        fixture.manager.cache().reset();
        reconnect();
        fixture.time.advance(Duration.ofHours(3));

        assertThat(changes.told()).isEmpty();
        assertThat(vault.reads).hasSize(1);
        assertThat(fixture.time.scheduled()).isZero();
    }

    @Test
    void watchClosed_byItsListener_isNotToldAgain() {
        List<SecretWatch> own = new ArrayList<>();
        List<SecretChange> told = new ArrayList<>();
        own.add(fixture.secrets.watch(List.of("token"), change -> {
            told.add(change);
            own.get(0).close();
        }));
        for (int i = 0; i < 3; i++) {
            vault.put("token", "value" + i);
            fixture.manager.cache().reset();
        }

        assertThat(told).hasSize(1);
        assertThat(changes.told()).hasSize(3);
    }

    @Test
    void closedManager_tellsNobody() {
        vault.put("token", "second");

        fixture.manager.close();

        assertThat(changes.told()).isEmpty();
        assertThat(fixture.time.scheduled()).isZero();
    }

    private void reconnect() {
        fixture.manager.disconnect("team");
        fixture.manager.connect("team", "fake", Settings.empty(), Fixture.renewing("robot"));
    }

    private static long gap(List<Long> attempts, int index) {
        return attempts.get(index + 1) - attempts.get(index);
    }
}
