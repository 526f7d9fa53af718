package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Latches;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C3: one upstream read however many callers miss at once")
class CacheCoalescingTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeVault vault = new FakeVault();
    private final Fixture fixture =
            new Fixture(vault, builder -> builder.executor(threads)).linked("db_password", "db", "value");

    @AfterEach
    void close() {
        fixture.close();
        threads.shutdownNow();
    }

    @Test
    void resolve_byManyThreadsAtOnce_readsOnce() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        vault.beforeReply = () -> Latches.await(release);
        List<Future<String>> results = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            results.add(threads.submit(() -> fixture.resolve("db_password")));
        }
        Latches.awaitUntil(() -> fixture.manager.cache().statistics().misses() == 100);
        release.countDown();

        for (Future<String> result : results) {
            assertThat(result.get()).isEqualTo("value");
        }
        assertThat(vault.reads).hasSize(1);
        assertThat(vault.logins).hasValue(1);
    }

    @Test
    void resolve_whenReadFails_failsEveryWaiterWithANewExceptionAndLeavesNothing() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        vault.beforeReply = () -> {
            Latches.await(release);
            throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "It is down.");
        };
        List<Future<Throwable>> results = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            results.add(threads.submit(() -> {
                try {
                    fixture.resolve("db_password");
                    return null;
                } catch (UnresolvedException e) {
                    return e;
                }
            }));
        }
        Latches.awaitUntil(() -> fixture.manager.cache().statistics().misses() == 10);
        release.countDown();

        List<Throwable> thrown = new ArrayList<>();
        for (Future<Throwable> result : results) {
            thrown.add(result.get());
        }
        assertThat(thrown).doesNotContainNull().doesNotHaveDuplicates();
        vault.beforeReply = () -> {};
        assertThat(fixture.resolve("db_password")).isEqualTo("value");
    }

    @Test
    void resolve_ofAnotherSecret_doesNotWaitForASlowOne() {
        CountDownLatch release = new CountDownLatch(1);
        fixture.linked("other", "other", "quick");
        vault.beforeReply = () -> {
            if (vault.reads.get(vault.reads.size() - 1).equals("db")) {
                Latches.await(release);
            }
        };
        Future<String> slow = threads.submit(() -> fixture.resolve("db_password"));
        Latches.awaitUntil(() -> vault.reads.contains("db"));

        assertThat(fixture.resolve("other")).isEqualTo("quick");
        assertThat(slow).isNotDone();
        release.countDown();
    }

    @Test
    void resolve_whenLoginFails_failsAllWithOneLogin() {
        vault.beforeLogin = () -> {
            throw VaultFailure.of(VaultFailure.Kind.CREDENTIALS_REFUSED, "Wrong.");
        };

        assertThatThrownBy(() -> fixture.resolve("db_password"))
                .isInstanceOfSatisfying(UnresolvedException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.REAUTHENTICATION_REQUIRED));
        assertThat(vault.logins).hasValue(1);
    }
}
