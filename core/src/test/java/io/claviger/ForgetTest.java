package io.claviger;

import static io.claviger.support.Office.ADA;
import static io.claviger.support.Office.MAX;
import static io.claviger.support.Office.MIA;
import static io.claviger.support.Office.own;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.Disconnection.Revocation;
import io.claviger.event.VaultEvent;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.HeldExecutor;
import io.claviger.support.Latches;
import io.claviger.support.Office;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S12: forgetting an actor ends what they have, at once and whatever the vaults say")
class ForgetTest {

    private final HeldExecutor executor = new HeldExecutor();
    private final Office office = new Office(new FakeVault(), builder -> builder.executor(executor));
    private final FakeVault vault = office.vault;

    ForgetTest() {
        office.manager.connect("people", "fake", Settings.empty(), CredentialSource.perActor());
        office.connected(MAX, "maxs-a").connected(MAX, "maxs-b").connected(MIA, "mias");
        for (Actor actor : List.of(MAX, MIA)) {
            office.as(actor).reauthenticate("people", Fixture.renewing(actor.id()));
        }
    }

    @AfterEach
    void close() {
        executor.release();
        office.close();
    }

    private String read(Actor actor, String alias) {
        return office.resolver(actor)
                .resolve(SecretReference.of(alias, "token"))
                .revealText();
    }

    private Reason reasonOf(Actor actor, String alias) {
        return office.resolver(actor)
                .attempt(SecretReference.of(alias, "token"))
                .reason()
                .orElseThrow();
    }

    @Test
    void forget_ofAnActor_endsTheirSessionsAndIntegrationsAndNobodyElses() {
        for (String alias : List.of("people", "maxs-a", "maxs-b")) {
            read(MAX, alias);
        }
        read(MIA, "people");
        read(MIA, "mias");

        Departure departure = office.as(ADA).forget(MAX);

        assertThat(departure.ended())
                .containsExactly(
                        new Disconnection("maxs-a", Revocation.REVOKED),
                        new Disconnection("maxs-b", Revocation.REVOKED),
                        new Disconnection("people", Revocation.REVOKED));
        assertThat(vault.revocations).hasValue(3);
        assertThat(vault.closes).hasValue(2);
        assertThat(reasonOf(MAX, "people")).isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(reasonOf(MAX, "maxs-a")).isEqualTo(Reason.DISCONNECTED);
        vault.put("token", "new");
        assertThat(read(MIA, "people")).isEqualTo("the token");
        assertThat(read(MIA, "mias")).isEqualTo("the token");
        assertThat(office.manager.cache().contents())
                .extracting(CachedSecret::alias)
                .containsExactly("mias", "people");
    }

    @Test
    void forget_again_endsNothingMore() {
        office.manager.forget(MAX);
        assertThat(office.manager.forget(MAX).ended()).isEmpty();
        assertThat(office.manager.forget(Actor.of("nobody"))).isEqualTo(new Departure(List.of(), List.of()));
    }

    @Test
    void forget_withWarmHandles_emptiesThem() {
        office.as(MAX).link(Link.of(own(MAX, "mine"), SecretReference.of("maxs-a", "token")));
        office.as(MAX).link(Link.of(own(MAX, "signed_in"), SecretReference.of("people", "token")));
        SecretHandle mine = office.resolver(MAX).bind("mine");
        SecretHandle signedIn = office.resolver(MAX).bind("signed_in");
        mine.get();
        signedIn.get();

        office.manager.forget(MAX);

        assertThatThrownBy(mine::get).isInstanceOfSatisfying(UnresolvedException.class, e -> assertThat(e.reason())
                .isEqualTo(Reason.DISCONNECTED));
        assertThatThrownBy(signedIn::get).isInstanceOfSatisfying(UnresolvedException.class, e -> assertThat(e.reason())
                .isEqualTo(Reason.REAUTHENTICATION_REQUIRED));
    }

    @Test
    void forget_listsTheirLinksToHandOverAndKeepsThem() {
        office.linkOwn(MAX, "b", "token");
        Link first = office.linkOwn(MAX, "a", "token");
        office.linkOwn(MIA, "mias", "token");
        office.manager.link("teams", SecretReference.of("team", "token"));

        Departure departure = office.manager.forget(MAX);

        assertThat(departure.links()).extracting(Link::name).containsExactly("a", "b");
        assertThat(departure.links()).contains(first);
        assertThat(office.manager.links()).hasSize(4);
    }

    @Test
    void forget_whileTheVaultIsUnreachable_succeedsAndSaysWhatWasNotRevoked() {
        read(MAX, "people");
        read(MAX, "maxs-a");
        vault.beforeRevoke = () -> {
            throw new IllegalStateException("unreachable: token s.123");
        };

        Departure departure = office.manager.forget(MAX);

        assertThat(departure.ended())
                .containsExactly(
                        new Disconnection("maxs-a", Revocation.FAILED),
                        new Disconnection("maxs-b", Revocation.NOTHING_TO_REVOKE),
                        new Disconnection("people", Revocation.FAILED));
        assertThat(reasonOf(MAX, "maxs-a")).isEqualTo(Reason.DISCONNECTED);
        assertThat(reasonOf(MAX, "people")).isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(office.events.toString()).doesNotContain("s.123");
    }

    @Test
    void forget_whileVaultsHang_hasDroppedAllValuesBeforeItWaits() {
        for (String alias : List.of("people", "maxs-a", "maxs-b")) {
            read(MAX, alias);
        }
        CompletableFuture<Departure> forgetting;
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            executor.hold();
            forgetting = CompletableFuture.supplyAsync(() -> office.manager.forget(MAX), threads);
            // one for each session that is to be revoked: no vault is waited for before the next is told
            Latches.awaitUntil(() -> executor.held() >= 3);
            assertThat(office.manager.cache().contents()).isEmpty();
            assertThat(forgetting).isNotDone();

            office.fixture.time.advance(Duration.ofSeconds(10));
            assertThat(forgetting.join().ended()).hasSize(3).allMatch(end -> end.revocation() == Revocation.FAILED);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void forget_duringASignInOfTheirs_leavesThemNoSession() {
        office.manager.forget(MAX);
        int revoked = vault.revocations.get();
        AtomicBoolean first = new AtomicBoolean(true);
        vault.beforeLogin = () -> {
            if (first.getAndSet(false)) {
                office.manager.forget(MAX);
            }
        };

        assertThatThrownBy(() -> office.as(MAX).reauthenticate("people", Fixture.renewing("max")))
                .isInstanceOf(ConfigurationException.class);

        assertThat(vault.revocations).hasValue(revoked + 1);
        assertThat(reasonOf(MAX, "people")).isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
        office.as(MAX).reauthenticate("people", Fixture.renewing("max"));
        assertThat(read(MAX, "people")).isEqualTo("the token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"people", "maxs-a"})
    void forget_duringAReadOfTheirs_bringsNoValueBack(String alias) {
        read(MAX, alias);
        office.manager.cache().reset();
        executor.hold();
        CompletableFuture<SecretValue> reading = office.resolver(MAX).resolveAsync(SecretReference.of(alias, "token"));
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Departure> forgetting =
                    CompletableFuture.supplyAsync(() -> office.manager.forget(MAX), threads);
            // the read, and the revocation behind it
            Latches.awaitUntil(() -> executor.held() >= 2);
            executor.release();
            assertThat(forgetting.join().ended()).contains(new Disconnection(alias, Revocation.REVOKED));
        } finally {
            threads.shutdownNow();
        }
        assertThat(reading).isCompletedExceptionally();
    }

    @Test
    void forget_isOneEventAboutTheActor() {
        office.events.clear();
        office.as(ADA).forget(MIA);
        assertThat(office.events)
                .filteredOn(event -> event.operation()
                        .filter(Operation.MANAGE_ACTORS::equals)
                        .isPresent())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.actor()).contains(ADA);
                    assertThat(event.name()).contains("mia");
                    assertThat(event.outcome()).isEqualTo(VaultEvent.Outcome.DONE);
                });
    }

    @Test
    void forget_besideManyReaders_leavesThemNoValue() {
        office.as(MAX).link(Link.of(own(MAX, "mine"), SecretReference.of("people", "token")));
        SecretHandle handle = office.resolver(MAX).bind("mine");
        AtomicBoolean forgotten = new AtomicBoolean();
        AtomicInteger late = new AtomicInteger();
        CountDownLatch reading = new CountDownLatch(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Void>> readers = Stream.generate(() -> CompletableFuture.runAsync(
                            () -> {
                                while (true) {
                                    boolean before = !forgotten.get();
                                    try {
                                        handle.get();
                                    } catch (UnresolvedException none) {
                                        return;
                                    }
                                    if (!before) {
                                        late.incrementAndGet();
                                    }
                                    reading.countDown();
                                }
                            },
                            threads))
                    .limit(8)
                    .toList();
            Latches.await(reading);
            Departure departure = office.manager.forget(MAX);
            forgotten.set(true);
            readers.forEach(CompletableFuture::join);
            assertThat(departure.ended()).contains(new Disconnection("people", Revocation.REVOKED));
        } finally {
            threads.shutdownNow();
        }
        assertThat(late).hasValue(0);
    }
}
