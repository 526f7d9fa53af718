package io.claviger;

import static io.claviger.support.People.ANA;
import static io.claviger.support.People.BOB;
import static io.claviger.support.People.NAME;
import static io.claviger.support.People.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Latches;
import io.claviger.support.People;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("S9: where people sign in one by one, what one may read is never served to another")
class PersonalReadTest {

    private final People people = new People();
    private final FakeVault vault = people.vault;

    @AfterEach
    void close() {
        people.close();
    }

    private static Stream<Arguments> waysToRead() {
        return Stream.of(
                way("name", secrets -> secrets.resolve(NAME).revealText()),
                way("reference", secrets -> secrets.resolve(TOKEN).revealText()),
                way("attempt", secrets -> secrets.attempt(NAME).orElseThrow().revealText()),
                way(
                        "attempt of a reference",
                        secrets -> secrets.attempt(TOKEN).orElseThrow().revealText()),
                way("handle", secrets -> secrets.bind(NAME).get().revealText()),
                way("render", secrets -> secrets.render("{{vault:token}}").revealText()),
                way("render a reference", secrets -> secrets.render("{{vault://people/token}}")
                        .revealText()),
                way("resolveAll", secrets -> secrets.resolveAll(List.of(NAME))
                        .get(NAME)
                        .orElseThrow()
                        .revealText()),
                way("resolveAsync", secrets -> secrets.resolveAsync(NAME).join().revealText()),
                way(
                        "resolveAsync of a reference",
                        secrets -> secrets.resolveAsync(TOKEN).join().revealText()),
                way(
                        "snapshot",
                        secrets -> secrets.snapshot(NAME).value().orElseThrow().revealText()),
                way("watch", secrets -> current(secrets)),
                way("rotation", secrets -> secrets.onAuthenticationFailure(NAME)
                        .values()
                        .get(0)
                        .revealText()));
    }

    private static Arguments way(String name, Function<SecretResolver, String> read) {
        return Arguments.of(name, read);
    }

    private static String current(SecretResolver secrets) {
        try (SecretWatch watch = secrets.watch(List.of(NAME), change -> {})) {
            Map<String, Resolution> current = watch.current();
            return current.values().iterator().next().orElseThrow().revealText();
        }
    }

    @ParameterizedTest(name = "by {0}")
    @MethodSource("waysToRead")
    void read_byWhoeverSignedIn_isTheirOwn(String name, Function<SecretResolver, String> read) {
        SecretResolver anas = people.signIn(ANA).resolver();
        SecretResolver bobs = people.signIn(BOB).resolver();
        people.manager.reauthenticate(People.ALIAS, Fixture.renewing("host"));
        SecretResolver hosts = people.manager.resolver();

        assertThat(read.apply(anas)).isEqualTo("read 1");
        assertThat(read.apply(bobs)).isEqualTo("read 2");
        assertThat(read.apply(hosts)).isEqualTo("read 3");
        // and everybody's own is cached
        assertThat(anas.resolve(NAME).revealText()).isEqualTo("read 1");
        assertThat(bobs.resolve(NAME).revealText()).isEqualTo("read 2");
        assertThat(hosts.resolve(NAME).revealText()).isEqualTo("read 3");
        assertThat(vault.logins).hasValue(3);
    }

    @ParameterizedTest(name = "by {0}")
    @MethodSource("waysToRead")
    void read_byWhoeverDidNotSignIn_isRefusedThoughOthersHaveIt(String name, Function<SecretResolver, String> read) {
        assertThat(read.apply(people.signIn(ANA).resolver())).isEqualTo("read 1");
        int reads = vault.reads.size();

        for (SecretResolver stranger : List.of(people.manager.as(BOB).resolver(), people.manager.resolver())) {
            assertThatThrownBy(() -> read.apply(stranger)).satisfies(PersonalReadTest::asksToSignIn);
        }
        assertThat(vault.reads).hasSize(reads);
        assertThat(vault.logins).hasValue(1);
    }

    private static void asksToSignIn(Throwable thrown) {
        Throwable unresolved = thrown instanceof UnresolvedException ? thrown : thrown.getCause();
        assertThat(unresolved)
                .isInstanceOfSatisfying(UnresolvedException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.REAUTHENTICATION_REQUIRED))
                .hasMessageContaining("People sign in here one by one, and you have not signed in yet.");
    }

    @Test
    void rightsOfTheHost_toEverythingElse_giveItNobodysSession() {
        people.signIn(ANA);
        people.resolve(ANA);

        assertThat(people.manager.resolver().attempt(NAME).reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
        assertThatThrownBy(() -> people.manager.resolver().prefetch()).isInstanceOf(UnresolvedException.class);
    }

    @Test
    void readsAtTheSameTime_byDifferentPeople_areNotShared() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        CountDownLatch release = new CountDownLatch(1);
        try (People many = new People(new FakeVault(), builder -> builder.executor(threads))) {
            SecretResolver anas = many.signIn(ANA).resolver();
            SecretResolver bobs = many.signIn(BOB).resolver();
            many.vault.beforeReply = () -> Latches.await(release);
            CompletableFuture<SecretValue> anasRead = anas.resolveAsync(NAME);
            CompletableFuture<SecretValue> anasOther = anas.resolveAsync(TOKEN);
            CompletableFuture<SecretValue> bobsRead = bobs.resolveAsync(NAME);
            Latches.awaitUntil(() -> many.vault.reads.size() == 2);
            release.countDown();

            String ana = anasRead.get(30, TimeUnit.SECONDS).revealText();
            assertThat(bobsRead.get(30, TimeUnit.SECONDS).revealText()).isNotEqualTo(ana);
            assertThat(anasOther.get(30, TimeUnit.SECONDS).revealText()).isEqualTo(ana);
            assertThat(many.vault.reads).hasSize(2);
        } finally {
            release.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void write_byWhoeverSignedIn_isDoneInTheirSessionAndDropsEverybodysValue() {
        people.signIn(ANA);
        people.signIn(BOB);
        people.resolve(BOB);

        people.manager.as(ANA).set(NAME, SecretValue.ofText("new"));
        vault.minted.clear();

        assertThat(people.resolve(BOB)).isEqualTo("new");
        assertThatThrownBy(() -> people.manager.set(NAME, SecretValue.ofText("x")))
                .isInstanceOfSatisfying(UnresolvedException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.REAUTHENTICATION_REQUIRED));
    }

    @Test
    void cacheContents_ofOnesOwnSession_areSeenByThatActorAndTheHost() {
        people.signIn(ANA);
        people.signIn(BOB);
        people.resolve(ANA);

        assertThat(people.manager.as(ANA).cache().contents())
                .extracting(CachedSecret::sessionOwner)
                .containsExactly(java.util.Optional.of(ANA));
        assertThat(people.manager.as(BOB).cache().contents()).isEmpty();
        assertThat(people.manager.cache().contents()).hasSize(1);
    }
}
