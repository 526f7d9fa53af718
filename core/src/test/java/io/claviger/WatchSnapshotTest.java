package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.Changes;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Latches;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C10: several names of one secret are told and given as one snapshot")
class WatchSnapshotTest {

    private static final int ROUNDS = 500;

    private final FakeVault vault = new FakeVault();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    // first looks on the calling thread: a change after them is not taken for the first value
    private volatile Executor executor = Runnable::run;
    private final Changes changes = new Changes();

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    private Fixture fixture() {
        Fixture fixture = new Fixture(vault, builder -> builder.executor(task -> executor.execute(task)));
        vault.put("db", Scripted.account("1"));
        fixture.manager.link("user", SecretReference.parse("vault://team/db#user"));
        fixture.manager.link("password", SecretReference.parse("vault://team/db#password"));
        return fixture;
    }

    @Test
    void change_ofUserAndPassword_isToldOnceAndMatches() {
        try (Fixture fixture = fixture()) {
            fixture.secrets.watch(List.of("user", "password"), changes);
            vault.put("db", Scripted.account("2"));

            fixture.time.advance(Duration.ofMinutes(59));

            assertThat(changes.told()).singleElement().satisfies(change -> {
                assertThat(change.names()).containsExactlyInAnyOrder("user", "password");
                assertThat(change.value("user").revealText()).isEqualTo("user-2");
                assertThat(change.value("password").revealText()).isEqualTo("password-2");
            });
            assertThat(vault.reads).hasSize(2);
        }
    }

    @Test
    void change_ofOneFieldOnly_namesItAndGivesAll() {
        try (Fixture fixture = fixture().linked("other", "other", "same")) {
            fixture.secrets.watch(List.of("user", "other"), changes);
            vault.put("db", Scripted.account("2"));

            fixture.manager.cache().reset();

            assertThat(changes.told()).singleElement().satisfies(change -> {
                assertThat(change.names()).containsExactly("user");
                assertThat(change.resolutions()).containsOnlyKeys("user", "other");
                assertThat(change.value("other").revealText()).isEqualTo("same");
            });
        }
    }

    @Test
    void watchAndResolveAll_whileTheSecretRotates_neverMixVersions() throws Exception {
        try (Fixture fixture = fixture()) {
            AtomicInteger version = new AtomicInteger();
            vault.minted.put("db", () -> Scripted.account(String.valueOf(version.incrementAndGet())));
            SecretWatch watch = fixture.secrets.watch(List.of("user", "password"), changes);
            executor = threads;
            AtomicBoolean done = new AtomicBoolean();
            Future<Integer> resolving = threads.submit(() -> resolveUntil(done, fixture));
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    fixture.manager.cache().reset();
                    assertMatching(watch.current());
                }
            } finally {
                done.set(true);
            }

            assertThat(resolving.get()).isPositive();
            Latches.awaitUntil(() -> !changes.told().isEmpty());
            assertThat(changes.told()).allSatisfy(change -> assertMatching(change.resolutions()));
        }
    }

    private int resolveUntil(AtomicBoolean done, Fixture fixture) {
        int rounds = 0;
        do {
            assertMatching(fixture.secrets.resolveAll(List.of("user", "password")));
            rounds++;
        } while (!done.get());
        return rounds;
    }

    private static void assertMatching(Map<String, Resolution> resolutions) {
        String user = resolutions.get("user").orElseThrow().revealText();
        String password = resolutions.get("password").orElseThrow().revealText();
        assertThat(password).isEqualTo(user.replace("user", "password"));
    }
}
