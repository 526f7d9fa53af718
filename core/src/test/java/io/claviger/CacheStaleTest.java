package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.spi.VaultFailure.Kind;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Scripted;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("C7: where it is switched on, a value outlives its expiration while its vault is unavailable")
class CacheStaleTest {

    private static final Duration EXPIRATION = Duration.ofMinutes(60);
    private static final Duration STALE = Duration.ofMinutes(120);

    private final FakeVault vault = new FakeVault();
    private final Fixture fixture = new Fixture(
                    vault, builder -> builder.cachePolicy(CachePolicy.standard().withStaleWhileUnavailable(STALE)))
            .linked("db_password", "db", "first");

    CacheStaleTest() {
        fixture.resolve("db_password");
        vault.put("db", "second");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void value_byDefault_isNotServedAfterItsExpiration() {
        try (Fixture standard = new Fixture().linked("db_password", "db", "first")) {
            standard.resolve("db_password");
            standard.vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);
            standard.time.advance(EXPIRATION);

            assertThat(standard.secrets.attempt("db_password").reason()).contains(Reason.UNREACHABLE);
            assertThat(CachePolicy.standard().staleWhileUnavailable()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "THROTTLED"})
    void value_whileTheVaultIsUnavailable_isServedAndSaysSo(Kind kind) {
        expireIn(kind);

        Resolution resolution = fixture.secrets.attempt("db_password");

        assertThat(resolution.orElseThrow().revealText()).isEqualTo("first");
        assertThat(resolution.stale()).isTrue();
        assertThat(resolution.explanation()).contains("stale");
        assertThat(fixture.manager.cache().contents()).singleElement().satisfies(cached -> {
            assertThat(cached.stale()).isTrue();
            assertThat(cached.expiresAt()).isBeforeOrEqualTo(fixture.time.now());
        });
        assertThat(fixture.manager.cache().statistics().staleServed()).isEqualTo(1);
        assertThat(fixture.secrets.bind("db_password").get().revealText()).isEqualTo("first");
    }

    @Test
    void value_beforeItsExpiration_isNotStale() {
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);
        fixture.time.advance(EXPIRATION.minusMillis(1));

        assertThat(fixture.secrets.attempt("db_password").stale()).isFalse();
        assertThat(fixture.manager.cache().statistics().staleServed()).isZero();
    }

    @Test
    void value_atTheEndOfItsTime_isServedNoMore() {
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);
        fixture.time.advance(EXPIRATION.plus(STALE).minusMillis(1));
        assertThat(fixture.resolve("db_password")).isEqualTo("first");

        fixture.time.advance(Duration.ofMillis(1));

        assertThat(fixture.secrets.attempt("db_password").reason()).contains(Reason.UNREACHABLE);
        assertThat(fixture.manager.cache().contents()).isEmpty();
    }

    @Test
    void value_pastItsExpiration_isReadAgainIfTheVaultAnswers() {
        fixture.time.advance(EXPIRATION);

        Resolution resolution = fixture.secrets.attempt("db_password");

        assertThat(resolution.orElseThrow().revealText()).isEqualTo("second");
        assertThat(resolution.stale()).isFalse();
        assertThat(fixture.manager.cache().statistics().staleServed()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"DENIED", "NOT_FOUND", "DELETED", "DISABLED", "MISCONFIGURED", "CREDENTIALS_REFUSED"})
    void value_afterAnyOtherAnswer_isGoneForGood(Kind kind) {
        expireIn(kind);

        assertThat(fixture.secrets.attempt("db_password").reason()).contains(kind.reason());
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);
        fixture.time.advance(Duration.ofMinutes(1));

        assertThat(fixture.secrets.attempt("db_password").reason()).contains(Reason.UNREACHABLE);
    }

    @ParameterizedTest
    @EnumSource(names = {"DENIED", "NOT_FOUND", "DELETED", "MISCONFIGURED", "CREDENTIALS_REFUSED"})
    void staleValue_whenTheVaultAnswersOtherwise_isGone(Kind kind) {
        expireIn(Kind.UNAVAILABLE);
        assertThat(fixture.resolve("db_password")).isEqualTo("first");
        vault.beforeReply = Scripted.failure(kind);
        fixture.time.advance(Duration.ofMinutes(1));

        fixture.secrets.attempt("db_password");

        assertThat(fixture.secrets.attempt("db_password").reason()).contains(kind.reason());
    }

    @ParameterizedTest
    @EnumSource(names = {"DENIED", "NOT_FOUND", "DELETED"})
    void staleValue_whoseVaultHasAnsweredOtherwiseByThen_isNotServedOnceMore(Kind kind) {
        expireIn(Kind.UNAVAILABLE);
        assertThat(fixture.secrets.attempt("db_password").stale()).isTrue();
        fixture.time.advance(Duration.ofSeconds(6));
        vault.beforeReply = Scripted.failure(kind);

        assertThat(fixture.secrets.attempt("db_password").reason()).contains(kind.reason());
    }

    @Test
    void staleValue_whoseVaultHasGivenANewOneByThen_isNotServedOnceMore() {
        expireIn(Kind.UNAVAILABLE);
        assertThat(fixture.secrets.attempt("db_password").stale()).isTrue();
        fixture.time.advance(Duration.ofSeconds(6));
        vault.beforeReply = () -> {};

        assertThat(fixture.resolve("db_password")).isEqualTo("second");
    }

    @Test
    void staleValue_afterASessionThatCannotBeRenewed_isGone() {
        expireIn(Kind.UNAVAILABLE);
        fixture.resolve("db_password");
        vault.beforeReply = Scripted.failure(Kind.SESSION_ENDED);
        vault.beforeLogin = Scripted.failure(Kind.CREDENTIALS_REFUSED);
        fixture.time.advance(Duration.ofMinutes(1));

        fixture.secrets.attempt("db_password");

        assertThat(fixture.secrets.attempt("db_password").reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
    }

    @Test
    void staleValue_afterAReset_isGone() {
        expireIn(Kind.UNAVAILABLE);
        assertThat(fixture.resolve("db_password")).isEqualTo("first");

        fixture.manager.cache().reset();

        assertThat(fixture.secrets.attempt("db_password").reason()).contains(Reason.UNREACHABLE);
    }

    @Test
    void staleValue_afterARelink_isGoneForTheOldTargetToo() {
        expireIn(Kind.UNAVAILABLE);
        assertThat(fixture.resolve("db_password")).isEqualTo("first");

        fixture.manager.relink("db_password", SecretReference.of("team", "other"));
        assertThat(fixture.secrets.attempt("db_password").reason()).contains(Reason.UNREACHABLE);

        fixture.manager.relink("db_password", SecretReference.of("team", "db"));
        assertThat(fixture.secrets.attempt("db_password").reason()).contains(Reason.UNREACHABLE);
    }

    @Test
    void staleValue_afterADisconnect_isGoneAndStaysSo() {
        expireIn(Kind.UNAVAILABLE);
        assertThat(fixture.resolve("db_password")).isEqualTo("first");

        fixture.manager.disconnect("team");
        assertThat(fixture.secrets.attempt("db_password").reason()).contains(Reason.DISCONNECTED);

        fixture.manager.connect("team", "fake", Settings.empty(), Fixture.renewing("robot"));
        assertThat(fixture.secrets.attempt("db_password").reason()).contains(Reason.UNREACHABLE);
    }

    @Test
    void duration_outOfRange_isRefused() {
        for (Duration refused :
                new Duration[] {Duration.ofNanos(-1), Duration.ofDays(7).plusNanos(1)}) {
            assertThatThrownBy(() -> CachePolicy.standard().withStaleWhileUnavailable(refused))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("at most 7 days");
        }
    }

    private void expireIn(Kind kind) {
        vault.beforeReply = Scripted.failure(kind);
        fixture.time.advance(EXPIRATION);
    }
}
