package io.claviger;

import static io.claviger.support.Office.ADA;
import static io.claviger.support.Office.MAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Changes;
import io.claviger.support.FakeVault;
import io.claviger.support.HeldExecutor;
import io.claviger.support.Latches;
import io.claviger.support.Office;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S12: a role that is lost is lost at once, in handles already bound, in watches, and in reads under way")
class RolesChangedTest {

    private static final SecretReference TOKEN = SecretReference.of("team", "token");

    private final HeldExecutor executor = new HeldExecutor();
    private final Office office = new Office(new FakeVault(), builder -> builder.executor(executor));
    private final SecretResolver maxs = office.resolver(MAX);

    RolesChangedTest() {
        office.manager.link("token", TOKEN);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void role_lost_endsEveryWarmWay() {
        SecretHandle handle = maxs.bind("token");
        Template template = Template.compile("{{vault:token}} {{vault://team/token}}");
        handle.get();
        maxs.resolve(TOKEN);
        maxs.render(template);

        loseRole();

        for (ThrowingCallable attempt : List.<ThrowingCallable>of(
                handle::get,
                () -> maxs.resolve("token"),
                () -> maxs.resolve(TOKEN),
                () -> maxs.render(template),
                () -> maxs.resolveAll(List.of("token")),
                () -> maxs.attempt(TOKEN),
                () -> maxs.watch(List.of("token"), new Changes()),
                () -> handle.onChange(new Changes()),
                maxs::prefetch)) {
            assertThatThrownBy(attempt).isInstanceOf(AccessRefusedException.class);
        }
        assertThat(office.vault.reads).hasSize(1);
    }

    @Test
    void role_lostWhileANameIsRead_bringsNoValue() {
        executor.hold();
        CompletableFuture<SecretValue> name = maxs.resolveAsync("token");
        CompletableFuture<SecretValue> reference = maxs.resolveAsync(TOKEN);

        loseRole();
        executor.release();

        for (CompletableFuture<SecretValue> reading : List.of(name, reference)) {
            assertThatThrownBy(reading::join)
                    .hasCauseInstanceOf(UnresolvedException.class)
                    .satisfies(thrown -> assertThat(((UnresolvedException) thrown.getCause()).reason())
                            .isEqualTo(Reason.ROLE_NOT_PERMITTED));
        }
        assertThat(office.manager.resolver().resolve("token").revealText()).isEqualTo("the token");
    }

    @Test
    void role_lostWhileTheVaultAnswers_bringsNoValue() {
        office.vault.beforeReply = this::loseRole;

        assertThat(maxs.attempt("token").reason()).contains(Reason.ROLE_NOT_PERMITTED);
        regain();
        assertThatThrownBy(() -> maxs.render("{{vault://team/other}}")).isInstanceOf(UnresolvedException.class);
        regain();
        assertThatThrownBy(() -> maxs.onAuthenticationFailure("token")).isInstanceOf(AccessRefusedException.class);
        regain();
        assertThatThrownBy(() -> maxs.onAuthenticationFailure(TOKEN)).isInstanceOf(AccessRefusedException.class);
    }

    private void regain() {
        office.manager.cache().reset();
        office.fixture.time.advance(Duration.ofMinutes(10));
        office.roles.put(MAX, Set.of(Role.MEMBER));
        office.vault.put("other", "other");
    }

    @Test
    void watch_ofAnActorWhoLosesTheirRole_isToldNothingUntilTheyRegainIt() {
        Changes changes = new Changes();
        try (SecretWatch watch = maxs.watch(List.of("token"), changes)) {
            loseRole();
            office.vault.put("token", "secret of later");
            office.manager.cache().reset();
            assertThat(changes.told()).isEmpty();
            assertThatThrownBy(watch::current).isInstanceOf(AccessRefusedException.class);

            office.roles.put(MAX, Set.of(Role.MEMBER));
            office.manager.rolesChanged(MAX);
            assertThat(changes.values("token")).containsExactly("secret of later");
        }
    }

    @Test
    void role_regained_countsAtOnceToo() {
        SecretHandle handle = maxs.bind("token");
        loseRole();
        assertThatThrownBy(handle::get).isInstanceOf(AccessRefusedException.class);

        office.roles.put(MAX, Set.of(Role.MEMBER));

        assertThat(handle.get().revealText()).isEqualTo("the token");
    }

    @Test
    void administrator_whoBecomesAMember_administersNoMore() {
        IntegrationManager adas = office.as(ADA);
        adas.setScope("team", IntegrationScope.of("token"));
        office.roles.put(ADA, Set.of(Role.MEMBER));
        office.manager.rolesChanged(ADA);

        assertThatThrownBy(() -> adas.setScope("team", IntegrationScope.everything()))
                .isInstanceOf(AccessRefusedException.class);
        assertThatThrownBy(() -> adas.forget(MAX)).isInstanceOf(AccessRefusedException.class);
    }

    @Test
    void readers_besideALossOfTheirRole_seeNoValueAfterIt() {
        AtomicBoolean lost = new AtomicBoolean();
        AtomicInteger after = new AtomicInteger();
        CountDownLatch reading = new CountDownLatch(4);
        SecretHandle handle = maxs.bind("token");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<Void>> readers = Stream.generate(() -> CompletableFuture.runAsync(
                            () -> {
                                while (true) {
                                    boolean before = !lost.get();
                                    try {
                                        handle.get();
                                    } catch (AccessRefusedException refused) {
                                        return;
                                    } catch (UnresolvedException lostDuringTheRead) {
                                        assertThat(lostDuringTheRead.reason()).isEqualTo(Reason.ROLE_NOT_PERMITTED);
                                        return;
                                    }
                                    if (!before) {
                                        after.incrementAndGet();
                                    }
                                    reading.countDown();
                                }
                            },
                            threads))
                    .limit(4)
                    .toList();
            Latches.await(reading);
            loseRole();
            lost.set(true);
            readers.forEach(CompletableFuture::join);
        } finally {
            office.roles.remove(MAX);
            threads.shutdownNow();
        }
        assertThat(after).hasValue(0);
    }

    private void loseRole() {
        office.roles.remove(MAX);
        office.manager.rolesChanged(MAX);
    }
}
