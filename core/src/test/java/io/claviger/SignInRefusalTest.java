package io.claviger;

import static io.claviger.support.SignInFixture.ANA;
import static io.claviger.support.SignInFixture.BEN;
import static io.claviger.support.SignInFixture.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.claviger.event.VaultEvent;
import io.claviger.event.VaultEvent.Outcome;
import io.claviger.support.FakeSignInPage;
import io.claviger.support.SignInFixture;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S14: a state is single-use, good for 10 minutes, and bound to actor, integration and generation")
class SignInRefusalTest {

    private static final String MESSAGE = "This callback answers no sign-in that is under way for you.";

    private final SignInFixture fixture = new SignInFixture();
    private final FakeSignInPage page = fixture.page;
    private final URI callback = page.visit(begin(ANA).url(), "ana@vault");

    @AfterEach
    void close() {
        fixture.close();
    }

    private SignIn begin(Actor actor) {
        return fixture.as(actor).beginSignIn("people", REDIRECT);
    }

    @Test
    void stolenCallback_completedByAnotherActorOrTheHost_isRefusedAndDoesNoHarm() {
        assertRefused(fixture.as(BEN), callback);
        assertRefused(fixture.manager, callback);

        fixture.as(ANA).completeSignIn(callback);
        assertThat(fixture.read(ANA)).isEqualTo("value");
    }

    @Test
    void callback_replayed_isRefused() {
        fixture.as(ANA).completeSignIn(callback);

        assertRefused(fixture.as(ANA), callback);
        assertThat(page.redemptions).hasValue(1);
    }

    @Test
    void callback_afterTenMinutes_isRefused() {
        fixture.time.advance(Duration.ofMinutes(10));

        assertRefused(fixture.as(ANA), callback);
    }

    @Test
    void callback_shortlyBeforeTenMinutes_isTaken() {
        fixture.time.advance(Duration.ofMinutes(10).minusSeconds(1));

        fixture.as(ANA).completeSignIn(callback);
    }

    @Test
    void callback_inTime_isTakenThoughItsRedemptionTakesLonger() {
        fixture.time.advance(Duration.ofMinutes(10).minusSeconds(1));
        fixture.vault.beforeLogin = () -> fixture.time.advance(Duration.ofSeconds(2));

        fixture.as(ANA).completeSignIn(callback);

        assertThat(fixture.read(ANA)).isEqualTo("value");
    }

    @Test
    @DisplayName("S14, C15: time asleep counts")
    void callback_afterTenMinutesAsleep_isRefused() {
        fixture.time.suspend(Duration.ofMinutes(11));

        assertRefused(fixture.as(ANA), callback);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?code=x&state=unknown",
                "?code=x",
                "?state=%s",
                "?code=&state=%s",
                "?code=x&state=%s&state=%s",
                "?code=x&code=y&state=%s",
                "?code=x&error=access_denied&state=%s",
                "?code=x&state=%s%%41",
                "?code=x&state=%s#fragment",
                "",
                "?",
                "mailto:somebody@example.com"
            })
    void callback_thatIsNone_isRefusedAndDoesNoHarm(String form) {
        String state = FakeSignInPage.query(callback).get("state");

        assertRefused(fixture.as(ANA), URI.create(form.formatted(state, state)));
        fixture.as(ANA).completeSignIn(callback);
    }

    @Test
    void callback_ofEndlessLength_isRefused() {
        String state = FakeSignInPage.query(callback).get("state");

        assertRefused(fixture.as(ANA), URI.create("?code=" + "x".repeat(20_000) + "&state=" + state));
        assertRefused(fixture.as(ANA), URI.create("?state=" + state + "&code=x" + "&a".repeat(100)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/vault/callback",
                "http://host.example/vault/callback",
                "https://host.example:444/vault/callback",
                "https://host.example/other"
            })
    void callback_atAnotherAddressThanTheRedirect_isRefused(String address) {
        assertRefused(fixture.as(ANA), URI.create(address + "?" + callback.getRawQuery()));
        fixture.as(ANA).completeSignIn(callback);
    }

    @Test
    void callback_afterDisconnectAndConnect_isRefused() {
        fixture.manager.disconnect("people");
        assertRefused(fixture.as(ANA), callback);
        fixture.connectPeople();
        assertRefused(fixture.as(ANA), callback);
        assertThat(page.redemptions).hasValue(0);
    }

    @Test
    void callback_afterAnEdit_isRefused() {
        fixture.manager.edit("people", Settings.of("note", "x"));

        assertRefused(fixture.as(ANA), callback);
    }

    @Test
    void callback_afterItsScopeWasChanged_isRefused() {
        fixture.manager.setScope("people", IntegrationScope.of("token"));

        assertRefused(fixture.as(ANA), callback);
    }

    @Test
    void callback_afterItsDomainsWereChanged_isRefused() {
        fixture.manager.setAllowedDomains("people", AllowedDomains.parse("api.example"));

        assertRefused(fixture.as(ANA), callback);
    }

    @Test
    void callback_afterItsOwnerHasChanged_isRefused() {
        fixture.manager.share("people");

        assertRefused(fixture.as(ANA), callback);
    }

    @Test
    @DisplayName("S14, S12: who is forgotten completes nothing")
    void callback_afterForget_isRefused() {
        fixture.manager.forget(ANA);

        assertRefused(fixture.as(ANA), callback);
    }

    @Test
    void callback_afterCancel_isRefused() {
        SignIn begun = begin(BEN);
        begun.cancel();
        begun.cancel();

        assertRefused(fixture.as(BEN), page.visit(begun.url(), "ben"));
        fixture.as(ANA).completeSignIn(callback);
    }

    @Test
    void roleLostBeforeTheCompletion_isRefusedWithoutRedeemingTheCode() {
        fixture.roles.put(ANA, Set.of());

        assertThatThrownBy(() -> fixture.as(ANA).completeSignIn(callback)).isInstanceOf(AccessRefusedException.class);
        assertThat(page.redemptions).hasValue(0);
    }

    @Test
    void begin_withoutTheRight_isRefused() {
        fixture.roles.put(BEN, Set.of(Role.PARTNER));
        assertThatThrownBy(() -> begin(BEN))
                .isInstanceOfSatisfying(AccessRefusedException.class, e -> assertThat(e.operation())
                        .isEqualTo(Operation.AUTHENTICATE));
        assertThatThrownBy(() -> fixture.as(ANA).beginSignIn("team", REDIRECT))
                .isInstanceOfSatisfying(AccessRefusedException.class, e -> assertThat(e.operation())
                        .isEqualTo(Operation.REAUTHENTICATE));
        assertThat(page.requests).hasSize(1);
    }

    @Test
    void everything_afterClose_isRefused() {
        fixture.manager.close();

        assertThatThrownBy(() -> fixture.as(ANA)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fixture.manager.completeSignIn(callback)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fixture.manager.beginSignIn("people", REDIRECT))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("S14: the ninth sign-in of an actor ends their oldest, and nobody else's")
    void ninthSignIn_ofAnActor_endsTheirOldest() {
        URI bens = page.visit(begin(BEN).url(), "ben");
        for (int i = 0; i < 8; i++) {
            begin(ANA);
        }

        assertRefused(fixture.as(ANA), callback);
        fixture.as(BEN).completeSignIn(bens);
    }

    @Test
    void signIns_thatAreOver_leaveNothingScheduled() {
        int before = fixture.time.scheduled();
        SignIn begun = begin(BEN);
        begun.cancel();
        fixture.as(ANA).completeSignIn(callback);

        assertThat(fixture.time.scheduled()).isLessThanOrEqualTo(before);
    }

    @Test
    void story_ofSignIns_isTold() {
        Throwable refused = catchThrowable(() -> fixture.as(BEN).completeSignIn(callback));
        assertThat(refused).isInstanceOf(UnresolvedException.class);
        fixture.as(ANA).completeSignIn(callback);

        assertThat(fixture.events)
                .extracting(VaultEvent::toString)
                .map(line -> line.replaceAll("\\{\"time\":\"[^\"]*\",", "{"))
                .containsExactly(
                        "{\"type\":\"sign_in_begun\",\"outcome\":\"done\",\"call\":3,\"operation\":\"authenticate\",\"actor\":\"ana\","
                                + "\"alias\":\"people\"}",
                        "{\"type\":\"management\",\"outcome\":\"refused\",\"call\":4,\"operation\":\"authenticate\",\"actor\":\"ben\","
                                + "\"reason\":\"reauthentication_required\"}",
                        "{\"type\":\"login\",\"outcome\":\"done\",\"actor\":\"ana\",\"alias\":\"people\"}",
                        "{\"type\":\"management\",\"outcome\":\"done\",\"call\":5,\"operation\":\"authenticate\",\"actor\":\"ana\","
                                + "\"alias\":\"people\"}");
    }

    private void assertRefused(IntegrationManager manager, URI address) {
        fixture.events.clear();
        Throwable thrown = catchThrowable(() -> manager.completeSignIn(address));

        assertThat(thrown)
                .isInstanceOf(UnresolvedException.class)
                .hasMessageContaining(MESSAGE)
                .hasMessage(catchThrowable(() -> manager.completeSignIn(URI.create("?code=x&state=none")))
                        .getMessage());
        assertThat(fixture.events).first().satisfies(event -> assertThat(event.outcome())
                .isEqualTo(Outcome.REFUSED));
    }
}
