package io.claviger;

import static io.claviger.support.SignInFixture.ANA;
import static io.claviger.support.SignInFixture.BEN;
import static io.claviger.support.SignInFixture.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeSignInPage;
import io.claviger.support.Fixture;
import io.claviger.support.SignInFixture;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S14: a person signs in at the vault's page, and comes back to an address of the host's own")
class SignInTest {

    private final SignInFixture fixture = new SignInFixture();
    private final FakeSignInPage page = fixture.page;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void signIn_completed_givesTheActorASessionOfTheirOwn() {
        VaultIntegration signedIn = fixture.signIn(ANA, "ana@vault");

        assertThat(signedIn.state()).isEqualTo(IntegrationState.CONNECTED);
        assertThat(fixture.read(ANA)).isEqualTo("value");
        assertThatThrownBy(() -> fixture.read(BEN)).isInstanceOf(UnresolvedException.class);
        assertThat(fixture.vault.logins).hasValue(0);
    }

    @Test
    void signIn_byTheHostItself_givesTheHostASession() {
        SignIn begun = fixture.manager.beginSignIn("people", REDIRECT);
        fixture.manager.completeSignIn(page.visit(begun.url(), "host"));

        assertThat(fixture.manager
                        .resolver()
                        .resolve(SecretReference.of("people", "token"))
                        .revealText())
                .isEqualTo("value");
    }

    @Test
    void begin_givesTheAddressWithProofKeyStateAndNonceAndTheEnd() {
        SignIn begun = fixture.as(ANA).beginSignIn("people", REDIRECT);

        assertThat(FakeSignInPage.query(begun.url()))
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", REDIRECT.toString())
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(begun.url().toString()).doesNotContain(page.requests.get(0).codeVerifier());
        assertThat(begun.alias()).isEqualTo("people");
        assertThat(begun.expiresAt()).isEqualTo(fixture.time.now().plus(Duration.ofMinutes(10)));
    }

    @Test
    void callback_asAQueryAlone_isTakenToo() {
        URI callback =
                page.visit(fixture.as(ANA).beginSignIn("people", REDIRECT).url(), "ana");

        fixture.as(ANA).completeSignIn(URI.create("?" + callback.getRawQuery()));

        assertThat(fixture.read(ANA)).isEqualTo("value");
    }

    @Test
    void secondSignIn_revokesTheFormerSessionAndDropsItsValues() {
        fixture.signIn(ANA, "ana@vault");
        fixture.read(ANA);
        fixture.vault.put("token", "new value");

        fixture.signIn(ANA, "ana@vault");

        assertThat(fixture.vault.revocations).hasValue(1);
        assertThat(fixture.read(ANA)).isEqualTo("new value");
    }

    @Test
    @DisplayName("S14, S2: another identity than before is refused, and its session revoked")
    void secondSignIn_ofAnotherIdentity_isRefused() {
        fixture.signIn(ANA, "ana@vault");

        assertThatThrownBy(() -> fixture.signIn(ANA, "mallory@vault"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("another identity")
                .hasMessageNotContaining("mallory");

        assertThat(fixture.vault.revocations).hasValue(1);
        assertThat(fixture.read(ANA)).isEqualTo("value");
    }

    @Test
    void session_thatIsOver_isNotReplacedByRedeemingTheCodeAgain() {
        fixture.vault.sessionLifetime = Optional.of(Duration.ofMinutes(15));
        fixture.signIn(ANA, "ana@vault");
        fixture.read(ANA);
        fixture.time.advance(Duration.ofMinutes(16));

        assertThatThrownBy(() -> fixture.read(ANA))
                .isInstanceOfSatisfying(UnresolvedException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.REAUTHENTICATION_REQUIRED))
                .hasMessageContaining("sign in again");
        assertThat(page.redemptions).hasValue(1);
    }

    @Test
    void code_thatTheVaultCouldNotTake_isNotTriedAgain() {
        URI callback =
                page.visit(fixture.as(ANA).beginSignIn("people", REDIRECT).url(), "ana");
        fixture.vault.beforeLogin = () -> {
            throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "It is down.");
        };

        assertThatThrownBy(() -> fixture.as(ANA).completeSignIn(callback))
                .isInstanceOfSatisfying(
                        UnresolvedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
        fixture.vault.beforeLogin = () -> {};
        assertThatThrownBy(() -> fixture.as(ANA).completeSignIn(callback)).isInstanceOf(UnresolvedException.class);
        assertThat(page.redemptions).hasValue(1);
    }

    @Test
    void error_ofThePage_failsClearlyAndWithoutItsDescription() {
        SignIn begun = fixture.as(ANA).beginSignIn("people", REDIRECT);
        URI callback = page.refuse(begun.url(), "access_denied", "<script>alert(1)</script>\r\nforged: line");

        assertThatThrownBy(() -> fixture.as(ANA).completeSignIn(callback))
                .isInstanceOf(UnresolvedException.class)
                .hasMessageContaining("access_denied")
                .hasMessageNotContaining("script")
                .hasMessageNotContaining("forged");
        assertThat(page.redemptions).hasValue(0);
    }

    @Test
    void error_ofAFormThatErrorsMustNotHave_isNotRepeated() {
        SignIn begun = fixture.as(ANA).beginSignIn("people", REDIRECT);

        assertThatThrownBy(() -> fixture.as(ANA).completeSignIn(page.refuse(begun.url(), "<b>\n", "")))
                .isInstanceOf(UnresolvedException.class)
                .hasMessageNotContaining("<b>");
    }

    @Test
    void sharedSession_isReplacedByTheOneOfThePersonWhoSignsIn() {
        fixture.roles.put(ANA, Set.of(Role.ADMIN));
        fixture.manager.resolver().resolve(SecretReference.of("team", "token"));
        SignIn begun = fixture.as(ANA).beginSignIn("team", REDIRECT);

        VaultIntegration signedIn = fixture.as(ANA).completeSignIn(page.visit(begun.url(), "robot"));

        assertThat(signedIn.generation()).isEqualTo(2);
        assertThat(fixture.vault.revocations).hasValue(1);
        assertThat(fixture.manager
                        .resolver()
                        .resolve(SecretReference.of("team", "token"))
                        .revealText())
                .isEqualTo("value");
        assertThat(fixture.vault.logins).hasValue(1);
    }

    @Test
    void sharedSession_ofAnotherIdentity_isRefusedAndStays() {
        fixture.manager.resolver().resolve(SecretReference.of("team", "token"));
        SignIn begun = fixture.manager.beginSignIn("team", REDIRECT);

        assertThatThrownBy(() -> fixture.manager.completeSignIn(page.visit(begun.url(), "mallory")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("another identity");
        assertThat(fixture.manager.integration("team").orElseThrow().generation())
                .isEqualTo(1);
    }

    @Test
    void vaultWithoutASignInPage_isNotAsked() {
        fixture.manager.connect("fixed", "read-only", Settings.empty());

        assertThatThrownBy(() -> fixture.manager.beginSignIn("fixed", REDIRECT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no sign-in page");
    }

    @Test
    void unknownOrDisconnectedIntegration_isSaid() {
        fixture.manager.disconnect("people");

        assertThatThrownBy(() -> fixture.manager.beginSignIn("people", REDIRECT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("disconnected");
        assertThatThrownBy(() -> fixture.manager.beginSignIn("nobody", REDIRECT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no integration");
    }

    @Test
    void vaultThatDoesNotSayWhereItsPageIs_isUnresolved() {
        page.beforeBegin = () -> {
            throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "It is down.");
        };

        assertThatThrownBy(() -> fixture.as(ANA).beginSignIn("people", REDIRECT))
                .isInstanceOfSatisfying(
                        UnresolvedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)//", "file:///etc/passwd", "ms-calculator:x", "https://u:p@login.example/a"})
    void pageThatIsNoPage_isNotHandedToABrowser(String address) {
        page.address = address;

        assertThatThrownBy(() -> fixture.as(ANA).beginSignIn("people", REDIRECT))
                .isInstanceOfSatisfying(
                        UnresolvedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MISCONFIGURED))
                .hasMessageNotContaining(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://host.example/cb",
                "javascript:alert(1)",
                "/cb",
                "https://u:p@host.example/cb",
                "https://host.example/cb#f",
                "myapp:/cb",
                "https:///cb"
            })
    void redirect_thatIsNotFitForIt_isRefused(String redirect) {
        assertThatThrownBy(() -> fixture.as(ANA).beginSignIn("people", URI.create(redirect)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("redirect");
        assertThat(page.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://host.example",
                "https://host.example:8443/cb?x=1",
                "http://127.0.0.1:10545/",
                "http://[::1]:9/cb",
                "http://localhost/cb",
                "com.example.app:/cb"
            })
    void redirect_ofOneOfTheKnownForms_isTaken(String redirect) {
        assertThat(FakeSignInPage.query(fixture.as(ANA)
                                .beginSignIn("people", URI.create(redirect))
                                .url())
                        .get("redirect_uri"))
                .isEqualTo(redirect);
    }

    @Test
    void reauthenticate_withCredentials_worksBesideIt() {
        fixture.signIn(ANA, "ana");

        fixture.as(ANA).reauthenticate("people", Fixture.once("ana"));

        assertThat(fixture.read(ANA)).isEqualTo("value");
        assertThat(fixture.vault.logins).hasValue(1);
    }
}
