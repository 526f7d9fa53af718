package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Latches;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C4, C5: after a reset or a change no call sees what was fetched before it")
class CacheResetTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeVault vault = new FakeVault();
    private final Fixture fixture =
            new Fixture(vault, builder -> builder.executor(threads)).linked("db_password", "db", "old");

    @AfterEach
    void close() {
        fixture.close();
        threads.shutdownNow();
    }

    @Test
    void reset_ofEverything_fetchesAgain() {
        fixture.resolve("db_password");
        vault.put("db", "new");

        fixture.manager.cache().reset();

        assertThat(fixture.resolve("db_password")).isEqualTo("new");
    }

    @Test
    void reset_ofOneName_fetchesItsSecretAgainForEveryNameThatSharesIt() {
        fixture.linked("unrelated", "unrelated", "one");
        fixture.manager.link("same_password", SecretReference.of("team", "db"));
        fixture.resolve("db_password");
        fixture.resolve("same_password");
        fixture.resolve("unrelated");
        vault.put("db", "new");
        vault.put("unrelated", "two");

        fixture.manager.cache().resetName("same_password");

        assertThat(fixture.resolve("db_password")).isEqualTo("new");
        assertThat(fixture.resolve("unrelated")).isEqualTo("one");
    }

    @Test
    void reset_ofOneIntegration_leavesOthers() {
        fixture.manager.connect("other", "fake", Settings.empty(), Fixture.renewing("robot"));
        fixture.manager.link("elsewhere", SecretReference.of("other", "db"));
        fixture.resolve("db_password");
        fixture.resolve("elsewhere");
        vault.put("db", "new");

        fixture.manager.cache().resetIntegration("team");

        assertThat(fixture.resolve("db_password")).isEqualTo("new");
        assertThat(fixture.resolve("elsewhere")).isEqualTo("old");
    }

    @Test
    void reset_duringALoad_isNotUndoneByItAndItsWaitersAskAgain() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        vault.beforeReply = () -> Latches.await(release);
        Future<String> early = threads.submit(() -> fixture.resolve("db_password"));
        Latches.awaitUntil(() -> vault.reads.size() == 1);

        fixture.manager.cache().reset();
        vault.beforeReply = () -> {};
        vault.put("db", "new");
        Future<String> late = threads.submit(() -> fixture.resolve("db_password"));
        assertThat(late.get()).isEqualTo("new");
        release.countDown();

        assertThat(early.get()).isEqualTo("new");
        assertThat(fixture.resolve("db_password")).isEqualTo("new");
        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void handle_afterReset_seesTheNewValue() {
        SecretHandle handle = fixture.secrets.bind("db_password");
        assertThat(handle.get().revealText()).isEqualTo("old");
        vault.put("db", "new");
        assertThat(handle.get().revealText()).isEqualTo("old");

        fixture.manager.cache().reset();

        assertThat(handle.get().revealText()).isEqualTo("new");
    }

    @Test
    void reset_ofANameThatIsNotLinked_doesNothing() {
        fixture.manager.cache().resetName("nobody");
        assertThat(fixture.resolve("db_password")).isEqualTo("old");
    }
}
