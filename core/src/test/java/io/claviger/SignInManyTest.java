package io.claviger;

import static io.claviger.support.SignInFixture.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.Browser;
import io.claviger.support.Desktop;
import io.claviger.support.Latches;
import io.claviger.support.SignInFixture;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S14, S9: many people sign in at once, each into a session of their own")
class SignInManyTest {

    private static final int PEOPLE = 200;

    private final SignInFixture fixture = new SignInFixture();
    private final ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);

    @AfterEach
    void close() {
        threads.shutdownNow();
        fixture.close();
    }

    private void atOnce(Consumer<Actor> work) {
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Void>> all = IntStream.range(0, PEOPLE)
                .mapToObj(number -> CompletableFuture.runAsync(
                        () -> {
                            Latches.await(start);
                            work.accept(Actor.of("person-" + number));
                        },
                        threads))
                .toList();
        start.countDown();
        all.forEach(CompletableFuture::join);
    }

    @Test
    void twoHundredPeople_atAnAddressOfTheHost_allSignIn() {
        atOnce(actor -> {
            SignIn begun = fixture.as(actor).beginSignIn("people", REDIRECT);
            fixture.as(actor).completeSignIn(fixture.page.visit(begun.url(), actor.id()));
            assertThat(fixture.read(actor)).isEqualTo("value");
        });
        assertThat(fixture.page.redemptions).hasValue(PEOPLE);
    }

    @Test
    void twoHundredPeople_onThisMachine_allSignIn() {
        atOnce(actor -> {
            Desktop desktop = Desktop.start(fixture.as(actor));
            assertThat(Browser.get(fixture.page.visit(desktop.page(), actor.id()))
                            .status())
                    .isEqualTo(200);
            assertThat(desktop.done().state()).isEqualTo(IntegrationState.CONNECTED);
        });
        assertThat(fixture.page.redemptions).hasValue(PEOPLE);
    }

    @Test
    void oneCallback_broughtByTwoHundredThreads_isRedeemedOnce() {
        Actor ana = SignInFixture.ANA;
        var callback = fixture.page.visit(
                fixture.as(ana).beginSignIn("people", REDIRECT).url(), "ana");
        List<VaultIntegration> signedIn = new java.util.concurrent.CopyOnWriteArrayList<>();
        atOnce(any -> {
            try {
                signedIn.add(fixture.as(ana).completeSignIn(callback));
            } catch (UnresolvedException refused) {
                assertThat(refused).hasMessageContaining("answers no sign-in");
            }
        });
        assertThat(signedIn).hasSize(1);
        assertThat(fixture.page.redemptions).hasValue(1);
    }
}
