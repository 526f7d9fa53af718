package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.People;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C9: a read that may have created something is repeated only if it certainly did not")
class MintedOnceTest {

    private static final SecretLease ONE_HOUR = SecretLease.of("lease", Duration.ofHours(1));

    private final VaultFailure down = VaultFailure.of(Kind.UNAVAILABLE, "It did not answer.");

    private final FakeVault vault = new FakeVault();
    private Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void failedRead_ofAVaultThatMints_isNotRepeated() {
        CompletableFuture<SecretValue> value = resolveWhileFailing(true, down);

        assertThat(vault.reads).hasSize(1);
        assertThat(value).isCompletedExceptionally();
    }

    @Test
    void failedRead_thatCreatedNothing_isRepeated() {
        CompletableFuture<SecretValue> value = resolveWhileFailing(true, down.nothingCreated());

        assertThat(vault.reads).hasSize(2);
        assertThat(value)
                .isCompletedWithValueMatching(secret -> secret.revealText().equals("value"));
    }

    @Test
    void failedRead_ofAVaultThatMintsNothing_isRepeated() {
        CompletableFuture<SecretValue> value = resolveWhileFailing(false, down);

        assertThat(vault.reads).hasSize(2);
        assertThat(value)
                .isCompletedWithValueMatching(secret -> secret.revealText().equals("value"));
    }

    @Test
    void readThatTakesTooLong_ofAVaultThatMints_isNotRepeated() {
        open(true);
        Scripted.inNextRead(vault, () -> fixture.time.advance(Duration.ofSeconds(10)));

        CompletableFuture<SecretValue> value = fixture.secrets.resolveAsync("token");
        fixture.time.advance(Duration.ofSeconds(10));

        assertThat(value).isCompletedExceptionally();
        assertThat(vault.reads).hasSize(1);
    }

    @Test
    void readInWhichAPersonalSessionDies_isGivenWhatItsRepetitionBringsAndNothingIsMadeTwice() {
        try (People people = new People(vault, builder -> builder)) {
            vault.mints = true;
            AtomicInteger made = new AtomicInteger();
            vault.minted.put("token", () -> Scripted.leased("value " + made.incrementAndGet(), ONE_HOUR));
            people.signIn(People.ANA);
            VaultFailure over = VaultFailure.of(Kind.SESSION_ENDED, "Who are you?");
            vault.minted.put("token", () -> {
                if (vault.logins.get() == 1) {
                    throw over.nothingCreated();
                }
                return Scripted.leased("value " + made.incrementAndGet(), ONE_HOUR);
            });

            assertThat(people.resolve(People.ANA)).isEqualTo("value 1");

            assertThat(vault.logins).hasValue(2);
            assertThat(made).hasValue(1);
            assertThat(vault.revokedLeases).isEmpty();
        }
    }

    @Test
    void refreshInWhichAPersonalSessionDies_isGivenToThoseWhoWaitForIt() {
        try (People people = new People(vault, builder -> builder)) {
            AtomicInteger made = new AtomicInteger();
            vault.minted.put("token", () -> Scripted.leased("value " + made.incrementAndGet(), ONE_HOUR));
            people.signIn(People.ANA);
            assertThat(people.resolve(People.ANA)).isEqualTo("value 1");
            vault.minted.put("token", () -> {
                if (vault.logins.get() == 1) {
                    throw VaultFailure.of(Kind.SESSION_ENDED, "Who are you?");
                }
                return Scripted.leased("value " + made.incrementAndGet(), ONE_HOUR);
            });

            people.time.advance(Duration.ofMinutes(1));

            SecretValue current = people.manager
                    .as(People.ANA)
                    .resolver()
                    .onAuthenticationFailure(People.NAME)
                    .values()
                    .get(0);

            assertThat(current.revealText()).isEqualTo("value 2");
            assertThat(made).hasValue(2);
            assertThat(people.resolve(People.ANA)).isEqualTo("value 2");
        }
    }

    private CompletableFuture<SecretValue> resolveWhileFailing(boolean mints, VaultFailure failure) {
        open(mints);
        Scripted.inNextRead(vault, Scripted.failure(failure));

        CompletableFuture<SecretValue> value = fixture.secrets.resolveAsync("token");
        assertThat(vault.reads).hasSize(1);
        fixture.time.advance(Duration.ofSeconds(9));
        return value;
    }

    private void open(boolean mints) {
        fixture.close();
        vault.mints = mints;
        fixture = new Fixture(vault, builder -> builder.retries(RetryPolicy.standard()))
                .linked("token", "token", "value");
    }
}
