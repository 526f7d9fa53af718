package io.claviger;

import static io.claviger.support.SignInFixture.ANA;
import static io.claviger.support.SignInFixture.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.event.VaultEvent;
import io.claviger.event.VaultEvent.Outcome;
import io.claviger.support.Browser;
import io.claviger.support.Desktop;
import io.claviger.support.Latches;
import io.claviger.support.SignInFixture;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S14: a person signs in on this machine, and the listener at 127.0.0.1 is always closed")
class SignInLoopbackTest {

    private final SignInFixture fixture = new SignInFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private Browser.Reply comeBack(Desktop desktop, String person) {
        return Browser.get(fixture.page.visit(desktop.page(), person));
    }

    @Test
    void browser_thatComesBack_signsTheActorInAndSeesThePage() {
        Desktop desktop = Desktop.start(fixture.as(ANA));
        int port = desktop.port();

        Browser.Reply reply = comeBack(desktop, "ana@vault");

        assertThat(desktop.done().state()).isEqualTo(IntegrationState.CONNECTED);
        assertThat(fixture.read(ANA)).isEqualTo("value");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("You can close this window").doesNotContain(desktop.state());
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(Browser.isFree(port)).isTrue();
    }

    @Test
    void blockingForm_withAHostThatBlocksInTheBrowser_returnsTheIntegration() {
        SignInOptions options = SignInOptions.openingWith(
                page -> assertThat(Browser.get(fixture.page.visit(page, "ana")).status())
                        .isEqualTo(200));

        assertThat(fixture.as(ANA).signIn("people", options).state()).isEqualTo(IntegrationState.CONNECTED);
        assertThat(fixture.read(ANA)).isEqualTo("value");
    }

    @Test
    void options_areFollowed() {
        Desktop desktop = Desktop.start(
                fixture.as(ANA),
                options -> options.withLocalhost().withPath("/vault/cb").withPage("<p>Bye</p>"));

        assertThat(desktop.redirect().getHost()).isEqualTo("localhost");
        assertThat(desktop.redirect().getPath()).isEqualTo("/vault/cb");
        assertThat(comeBack(desktop, "ana").body()).isEqualTo("<p>Bye</p>");
        desktop.done();
    }

    @Test
    void path_thatIsEmpty_isNotInTheRedirectAndFoundAtTheRoot() {
        Desktop desktop = Desktop.start(fixture.as(ANA), options -> options.withPath(""));

        assertThat(desktop.redirect().toString()).endsWith(":" + desktop.port());
        assertThat(Browser.get(URI.create(desktop.redirect() + "/?"
                                + fixture.page.visit(desktop.page(), "ana").getRawQuery()))
                        .status())
                .isEqualTo(200);
        desktop.done();
    }

    @Test
    void errorOfThePage_endsTheWaitWithAClearFailure() {
        Desktop desktop = Desktop.start(fixture.as(ANA));
        Browser.Reply reply =
                Browser.get(fixture.page.refuse(desktop.page(), "access_denied", "<script>canary</script>"));

        assertThat(desktop.failure()).isInstanceOf(UnresolvedException.class).hasMessageContaining("access_denied");
        assertThat(desktop.failure()).hasMessageNotContaining("canary");
        assertThat(reply.body()).doesNotContain("canary", "access_denied");
        assertThat(Browser.isFree(desktop.port())).isTrue();
        assertThat(fixture.page.redemptions).hasValue(0);
    }

    @Test
    void takenPort_isSkipped() throws IOException {
        try (ServerSocket taken = Browser.occupy(0)) {
            Desktop desktop = Desktop.start(fixture.as(ANA), options -> options.withPorts(taken.getLocalPort(), 0));

            assertThat(desktop.port()).isNotEqualTo(taken.getLocalPort());
            comeBack(desktop, "ana");
            desktop.done();
        }
    }

    @Test
    void takenPorts_allOfThem_areSaid() throws IOException {
        try (ServerSocket taken = Browser.occupy(0)) {
            Desktop desktop = Desktop.start(fixture.as(ANA), options -> options.withPorts(taken.getLocalPort()));

            assertThat(desktop.failure())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()));
            assertThat(fixture.page.requests).isEmpty();
        }
    }

    @Test
    void timeout_closesThePort() {
        Desktop desktop = Desktop.start(fixture.as(ANA));
        int port = desktop.port();
        fixture.time.advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(Browser.isFree(port)).isFalse();
        fixture.time.advance(Duration.ofSeconds(1));

        assertThat(desktop.failure()).isInstanceOf(UnresolvedException.class).hasMessageContaining("Nobody came back");
        assertThat(Browser.isFree(port)).isTrue();
    }

    @Test
    void cancelledFuture_closesThePort() {
        Desktop desktop = Desktop.start(fixture.as(ANA));
        int port = desktop.port();

        desktop.result.cancel(true);

        Latches.awaitUntil(() -> Browser.isFree(port));
        Latches.awaitUntil(() -> lastOutcome() == Outcome.FAILED);
    }

    @Test
    void interruptedThread_cancels() {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<URI> shown = new AtomicReference<>();
        Thread waiting = new Thread(() -> {
            try {
                fixture.as(ANA).signIn("people", SignInOptions.openingWith(shown::set));
            } catch (UnresolvedException e) {
                thrown.set(e);
            }
        });
        waiting.start();
        Latches.awaitUntil(() -> shown.get() != null);

        waiting.interrupt();

        Latches.awaitUntil(() -> thrown.get() != null);
        assertThat(thrown.get()).hasMessageContaining("interrupted");
    }

    @Test
    void disconnect_duringTheWait_endsIt() {
        Desktop desktop = Desktop.start(fixture.as(ANA));
        int port = desktop.port();

        fixture.manager.disconnect("people");

        assertThat(desktop.failure()).isInstanceOf(UnresolvedException.class).hasMessageContaining("disconnected");
        assertThat(Browser.isFree(port)).isTrue();
    }

    @Test
    void forget_duringTheWait_endsItForThatActorOnly() {
        Desktop anas = Desktop.start(fixture.as(ANA));
        Desktop bens = Desktop.start(fixture.as(BEN));
        int port = anas.port();
        bens.page();

        fixture.manager.forget(ANA);

        assertThat(anas.failure()).isInstanceOf(UnresolvedException.class);
        assertThat(Browser.isFree(port)).isTrue();
        comeBack(bens, "ben");
        bens.done();
    }

    @Test
    void close_duringTheWait_endsIt() {
        Desktop desktop = Desktop.start(fixture.as(ANA));
        int port = desktop.port();

        fixture.manager.close();

        assertThat(desktop.failure()).isInstanceOf(UnresolvedException.class).hasMessageContaining("closed");
        assertThat(Browser.isFree(port)).isTrue();
    }

    @Test
    void opener_thatFails_endsItWithoutItsText() {
        assertThatThrownBy(() -> fixture.as(ANA).signIn("people", SignInOptions.openingWith(page -> {
                    throw new IllegalStateException("no browser for " + page);
                })))
                .isInstanceOf(UnresolvedException.class)
                .hasMessageContaining("IllegalStateException")
                .hasMessageNotContaining("state=")
                .hasStackTraceContaining("withheld");
    }

    @Test
    void actorWithoutTheRight_opensNoPort() {
        fixture.roles.put(ANA, Set.of(Role.PARTNER));
        Desktop desktop = Desktop.start(fixture.as(ANA));

        assertThat(desktop.failure()).isInstanceOf(AccessRefusedException.class);
        assertThat(fixture.page.requests).isEmpty();
        assertThat(lastOutcome()).isEqualTo(Outcome.REFUSED);
    }

    private Outcome lastOutcome() {
        VaultEvent last = fixture.events.get(fixture.events.size() - 1);
        return last.outcome();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 80, 1023, 65_536})
    void port_outOfRange_isRefused(int port) {
        SignInOptions options = SignInOptions.openingWith(page -> {});
        assertThatThrownBy(() -> options.withPorts(port)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(options::withPorts).isInstanceOf(ConfigurationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "/a b", "/a?b", "/a#b", "/%41", "/\r\nX: y", "//"})
    void path_orTimeoutThatIsMalformed_isRefused(String path) {
        SignInOptions options = SignInOptions.openingWith(page -> {});
        if (!path.equals("//")) {
            assertThatThrownBy(() -> options.withPath(path)).isInstanceOf(ConfigurationException.class);
        }
        assertThatThrownBy(() -> options.withTimeout(Duration.ZERO)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> options.withTimeout(Duration.ofMinutes(11)))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> options.withPage("x".repeat(16 * 1024 + 1)))
                .isInstanceOf(ConfigurationException.class);
    }
}
