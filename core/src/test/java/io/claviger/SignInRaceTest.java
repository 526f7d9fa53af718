package io.claviger;

import static io.claviger.support.SignInFixture.ANA;
import static io.claviger.support.SignInFixture.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Desktop;
import io.claviger.support.Latches;
import io.claviger.support.SignInFixture;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S14, S7, S12: what ends a sign-in while the code is being redeemed leaves no session behind")
class SignInRaceTest {

    private final SignInFixture fixture = new SignInFixture();
    private final SignIn begun = fixture.as(ANA).beginSignIn("people", REDIRECT);
    private final URI callback = fixture.page.visit(begun.url(), "ana");

    @AfterEach
    void close() {
        fixture.close();
    }

    private void duringRedemption(Runnable event) {
        fixture.vault.beforeLogin = () -> {
            fixture.vault.beforeLogin = () -> {};
            event.run();
        };
        assertThatThrownBy(() -> fixture.as(ANA).completeSignIn(callback)).isInstanceOf(ClavigerException.class);
        assertThat(fixture.vault.revocations).hasValue(1);
        assertThat(fixture.page.redemptions).hasValue(1);
    }

    @Test
    void forget_duringRedemption_revokesTheNewSession() {
        duringRedemption(() -> fixture.manager.forget(ANA));
        assertThatThrownBy(() -> fixture.read(ANA)).isInstanceOf(UnresolvedException.class);
    }

    @Test
    void cancel_duringRedemption_revokesTheNewSession() {
        duringRedemption(begun::cancel);
        assertThatThrownBy(() -> fixture.read(ANA)).isInstanceOf(UnresolvedException.class);
    }

    @Test
    void disconnect_duringRedemption_revokesTheNewSessionAndClosesTheClientAfterIt() {
        duringRedemption(() -> fixture.manager.disconnect("people"));
        assertThat(fixture.vault.closes).hasValue(1);
    }

    @Test
    void edit_duringRedemption_revokesTheNewSession() {
        duringRedemption(() -> fixture.manager.edit("people", Settings.of("note", "x")));
    }

    @Test
    @DisplayName("S14: any change of the integration, not only of its connection")
    void scopeChanged_duringRedemption_revokesTheNewSession() {
        duringRedemption(() -> fixture.manager.setScope("people", IntegrationScope.of("token")));
        assertThatThrownBy(() -> fixture.read(ANA)).isInstanceOf(UnresolvedException.class);
    }

    @Test
    void shared_duringRedemption_revokesTheNewSession() {
        duringRedemption(() -> fixture.manager.share("people"));
        assertThatThrownBy(() -> fixture.read(ANA)).isInstanceOf(UnresolvedException.class);
    }

    @Test
    void scopeChanged_duringTheBegin_endsTheSignInAtOnce() {
        fixture.page.beforeBegin = () -> fixture.manager.setScope("people", IntegrationScope.of("token"));
        Desktop desktop = Desktop.start(fixture.as(ANA));

        assertThat(desktop.failure()).hasMessageContaining("changed or disconnected during the sign-in");
    }

    @Test
    void close_duringRedemption_waitsForItAndRevokesTheNewSession() {
        Thread closing = new Thread(fixture.manager::close);
        duringRedemption(() -> {
            closing.start();
            Latches.awaitUntil(this::allAreDisconnected);
        });
        Latches.awaitUntil(() -> !closing.isAlive());
        assertThat(fixture.vault.closes).hasValue(2);
    }

    // both clients are released, and the one that redeems is not closed yet
    private boolean allAreDisconnected() {
        return fixture.vault.closes.get() == 1;
    }

    @Test
    void sharedSession_changedDuringRedemption_staysAsItWasChanged() {
        SignIn shared = fixture.manager.beginSignIn("team", REDIRECT);
        fixture.vault.beforeLogin = () -> {
            fixture.vault.beforeLogin = () -> {};
            fixture.manager.setScope("team", IntegrationScope.everything());
        };

        assertThatThrownBy(() -> fixture.manager.completeSignIn(fixture.page.visit(shared.url(), "robot")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("at the same time");
        assertThat(fixture.vault.revocations).hasValue(1);
    }
}
