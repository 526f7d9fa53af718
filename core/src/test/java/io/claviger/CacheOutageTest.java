package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure.Kind;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.HeldExecutor;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C7: an outage is bridged without a wait, and over as soon as the vault answers")
class CacheOutageTest {

    private static final Duration EXPIRATION = Duration.ofMinutes(60);

    private final HeldExecutor executor = new HeldExecutor();
    private final FakeVault vault = new FakeVault();
    private final Fixture fixture = new Fixture(
                    vault, builder -> builder.cachePolicy(CachePolicy.service()).executor(executor))
            .linked("db_password", "db", "first");

    @AfterEach
    void close() {
        executor.release();
        fixture.close();
    }

    @Test
    void service_byItsName_survivesAnOutageOfEightHours() {
        assertThat(CachePolicy.service().outageSurvived()).isEqualTo(Duration.ofHours(8));
        assertThat(CachePolicy.standard().outageSurvived()).isZero();
        fixture.secrets.prefetch();

        // the worst moment for an outage to begin: nothing is left of the expiration
        fixture.time.advance(EXPIRATION.minusMillis(1));
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);
        Duration outage = Duration.ofHours(8);
        for (Duration passed = Duration.ZERO; passed.compareTo(outage) < 0; passed = passed.plusMinutes(1)) {
            assertThat(fixture.resolve("db_password")).isEqualTo("first");
            fixture.time.advance(Duration.ofMinutes(1));
        }
        fixture.time.advance(Duration.ofMillis(1));

        assertThat(fixture.secrets.attempt("db_password").reason()).contains(Reason.UNREACHABLE);
    }

    @Test
    void knownOutage_isBridgedWithoutWaitingForTheVault() {
        fixture.resolve("db_password");
        outage();
        fixture.resolve("db_password");
        fixture.time.advance(Duration.ofSeconds(10));
        executor.hold();

        // would wait for ever: nobody reads
        Resolution resolution = fixture.secrets.attempt("db_password");

        assertThat(resolution.stale()).isTrue();
        assertThat(executor.held()).isEqualTo(1);
    }

    @Test
    void knownOutage_howeverManyCallers_costsFewReads() {
        fixture.resolve("db_password");
        outage();

        for (int second = 0; second < 600; second++) {
            for (int caller = 0; caller < 10; caller++) {
                assertThat(fixture.secrets.attempt("db_password").stale()).isTrue();
            }
            fixture.time.advance(Duration.ofSeconds(1));
        }

        // 5 seconds doubling up to 5 minutes
        assertThat(vault.reads).hasSizeBetween(6, 12);
    }

    @Test
    void vault_thatAnswersAgain_endsIt() {
        fixture.resolve("db_password");
        outage();
        fixture.resolve("db_password");
        vault.put("db", "second");
        vault.beforeReply = () -> {};
        fixture.time.advance(Duration.ofSeconds(6));

        // served at once, and the read in the background finds the vault back
        fixture.resolve("db_password");

        Resolution resolution = fixture.secrets.attempt("db_password");
        assertThat(resolution.orElseThrow().revealText()).isEqualTo("second");
        assertThat(resolution.stale()).isFalse();
        assertThat(fixture.manager.cache().contents()).singleElement().satisfies(cached -> assertThat(cached.stale())
                .isFalse());
    }

    @Test
    void outage_longOver_isNotTakenForOneThatLasts() {
        fixture.resolve("db_password");
        fixture.time.advance(Duration.ofMinutes(51));
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);
        fixture.resolve("db_password");
        vault.beforeReply = () -> {};
        vault.put("db", "second");

        // nobody asks for hours, in which the vault is well
        fixture.time.advance(Duration.ofHours(5));

        Resolution resolution = fixture.secrets.attempt("db_password");
        assertThat(resolution.orElseThrow().revealText()).isEqualTo("second");
        assertThat(resolution.stale()).isFalse();
    }

    @Test
    void watchedSecret_duringAnOutage_isReadAgainWithoutAHitWhenItIsOver() {
        SecretWatch watch = fixture.secrets.watch(List.of("db_password"), change -> {});
        outage();
        assertThat(watch.current().get("db_password").stale()).isTrue();
        vault.beforeReply = () -> {};
        vault.put("db", "second");

        fixture.time.advance(Duration.ofMinutes(5));

        assertThat(watch.current().get("db_password").stale()).isFalse();
        assertThat(fixture.resolve("db_password")).isEqualTo("second");
    }

    @Test
    void announcedEnd_capsIt() {
        vault.put(
                "db",
                SecretSnapshot.ofValue(SecretValue.ofText("first"))
                        .lifetime(Duration.ofMinutes(70))
                        .build());
        fixture.resolve("db_password");
        outage();

        fixture.time.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(fixture.secrets.attempt("db_password").stale()).isTrue();
        fixture.time.advance(Duration.ofMillis(1));

        assertThat(fixture.secrets.attempt("db_password").reason()).contains(Reason.UNREACHABLE);
    }

    @Test
    void lease_capsItBeforeTheExpirationToo() {
        vault.put("db", Scripted.leased("first", Scripted.lease("db/1", Duration.ofMinutes(30))));
        fixture.resolve("db_password");
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);

        fixture.time.advance(Duration.ofMinutes(30).minusMillis(1));
        assertThat(fixture.secrets.attempt("db_password").stale()).isFalse();
        fixture.time.advance(Duration.ofMillis(1));

        assertThat(fixture.secrets.attempt("db_password").reason()).contains(Reason.UNREACHABLE);
    }

    @Test
    void expiration_changedWhileStale_movesItsEnd() {
        fixture.resolve("db_password");
        outage();
        assertThat(fixture.secrets.attempt("db_password").stale()).isTrue();
        fixture.time.advance(Duration.ofHours(8).minusMinutes(1));

        fixture.manager.cache().setExpiration(Duration.ofMinutes(30));

        assertThat(fixture.secrets.attempt("db_password").reason()).contains(Reason.UNREACHABLE);
    }

    private void outage() {
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);
        fixture.time.advance(EXPIRATION);
    }
}
