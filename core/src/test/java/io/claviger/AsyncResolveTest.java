package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.claviger.spi.VaultFailure.Kind;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.HeldExecutor;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C3, C13: resolving asynchronously holds no thread and completes as resolving does")
class AsyncResolveTest {

    private static final SecretReference REFERENCE = SecretReference.of("team", "token");

    private final HeldExecutor executor = new HeldExecutor();
    private final FakeVault vault = new FakeVault();
    private final Fixture fixture = new Fixture(
                    vault, builder -> builder.executor(executor).roles(actor -> Set.of()))
            .linked("token", "token", "value");

    @AfterEach
    void close() {
        executor.release();
        fixture.close();
    }

    @Test
    void value_byNameAndByReference_isGiven() throws Exception {
        assertThat(fixture.secrets.resolveAsync("token").get().revealText()).isEqualTo("value");
        assertThat(fixture.secrets.resolveAsync(REFERENCE).get().revealText()).isEqualTo("value");
        assertThat(vault.reads).hasSize(1);
    }

    @Test
    void manyCallers_whileTheVaultIsAsked_holdNoThreadAndReadOnce() {
        executor.hold();
        List<CompletableFuture<SecretValue>> values = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            values.add(fixture.secrets.resolveAsync("token"));
        }
        // one login for all of them, and nothing else wants to run
        assertThat(executor.held()).isEqualTo(1);
        assertThat(values).noneMatch(CompletableFuture::isDone);

        executor.release();

        assertThat(values).allMatch(value -> value.join().revealText().equals("value"));
        assertThat(vault.reads).hasSize(1);
    }

    @Test
    void failure_isTheUnresolvedExceptionItself() {
        vault.remove("token");
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        CompletableFuture<SecretValue> value = fixture.secrets.resolveAsync("token");
        var unused = value.whenComplete((none, failure) -> thrown.set(failure));

        assertThat(thrown.get()).isInstanceOfSatisfying(UnresolvedException.class, e -> {
            assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND);
            assertThat(e.failures().get(0).reference()).contains(REFERENCE);
        });
        assertThat(catchThrowable(value::get))
                .isInstanceOf(ExecutionException.class)
                .hasCause(thrown.get());
    }

    @Test
    void failure_ofANameThatIsNotLinked_isAtOnce() {
        assertThat(reason(fixture.secrets.resolveAsync("nobody"))).isEqualTo(Reason.NOT_LINKED);
        assertThat(vault.reads).isEmpty();
    }

    @Test
    void refusal_isInTheFuture() {
        SecretResolver anas = fixture.manager.as(Actor.of("ana")).resolver();

        assertThat(thrown(anas.resolveAsync("token"))).isInstanceOf(AccessRefusedException.class);
        assertThat(thrown(anas.resolveAsync(REFERENCE))).isInstanceOf(AccessRefusedException.class);
        assertThat(vault.reads).isEmpty();
    }

    @Test
    void closedManager_isInTheFuture() {
        fixture.manager.close();

        assertThat(thrown(fixture.secrets.resolveAsync("token"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void deadline_endsTheWaitByTheCallersTimeOut() {
        executor.hold();
        CompletableFuture<SecretValue> impatient =
                fixture.secrets.within(Duration.ofSeconds(2)).resolveAsync("token");
        CompletableFuture<SecretValue> patient = fixture.secrets.resolveAsync("token");

        fixture.time.advance(Duration.ofSeconds(2));
        assertThat(reason(impatient)).isEqualTo(Reason.UNREACHABLE);
        assertThat(patient).isNotDone();
        executor.release();

        assertThat(patient.join().revealText()).isEqualTo("value");
        assertThat(vault.reads).hasSize(1);
    }

    @Test
    void deadline_ofAll_endsTheRead() {
        executor.hold();
        CompletableFuture<SecretValue> value = fixture.secrets.resolveAsync("token");

        fixture.time.advance(Duration.ofSeconds(10));

        assertThat(reason(value)).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void cancellation_endsOneWaitAndNotTheReadOfOthers() {
        executor.hold();
        CompletableFuture<SecretValue> cancelled = fixture.secrets.resolveAsync("token");
        CompletableFuture<SecretValue> other = fixture.secrets.resolveAsync("token");

        assertThat(cancelled.cancel(true)).isTrue();
        executor.release();

        assertThat(other.join().revealText()).isEqualTo("value");
        assertThat(cancelled).isCancelled();
        assertThat(fixture.resolve("token")).isEqualTo("value");
        assertThat(vault.reads).hasSize(1);
    }

    @Test
    void retries_waitWithoutAThread() {
        try (Fixture retrying = new Fixture(vault, builder -> builder.retries(RetryPolicy.standard()))
                .linked("token", "token", "value")) {
            Scripted.inNextRead(vault, Scripted.failure(Kind.UNAVAILABLE));

            CompletableFuture<SecretValue> value = retrying.secrets.resolveAsync("token");
            assertThat(value).isNotDone();
            retrying.time.advance(Duration.ofSeconds(1));

            assertThat(value.join().revealText()).isEqualTo("value");
            assertThat(vault.reads).hasSize(2);
        }
    }

    private static Reason reason(CompletableFuture<SecretValue> value) {
        return ((UnresolvedException) thrown(value)).reason();
    }

    private static Throwable thrown(CompletableFuture<SecretValue> value) {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        var unused = value.whenComplete((none, failure) -> thrown.set(failure));
        return thrown.get();
    }
}
