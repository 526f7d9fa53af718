package io.claviger.testkit.vault;

import static io.claviger.testkit.assertion.ClavigerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.Actor;
import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.Reason;
import io.claviger.Role;
import io.claviger.SecretReference;
import io.claviger.Settings;
import io.claviger.SignIn;
import io.claviger.SignInOptions;
import io.claviger.UnresolvedException;
import io.claviger.testkit.canary.LeakCanary;
import io.claviger.testkit.vault.VaultCall.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("A host tests how its people sign in, on a stage without any browser")
class StagedSignInTest {

    private static final Actor ANA = Actor.of("ana");
    private static final URI REDIRECT = URI.create("https://host.example/callback?from=vault");
    private static final SecretReference TOKEN = SecretReference.of("people", "app", "token");

    @RegisterExtension
    static final LeakCanary CANARY = new LeakCanary();

    private final VaultStage stage = VaultStage.open(
            builder -> builder.roles(actor -> Set.of(Role.MEMBER)).listener(CANARY.listener()));
    private final ScriptedSignInPage page = stage.vault().signInPage();
    private final IntegrationManager ana = stage.manager().as(ANA);

    @BeforeEach
    void connectPeople() {
        stage.vault().put("app/token", "value");
        stage.manager().connect("people", ScriptedVault.TYPE, Settings.empty(), CredentialSource.perActor());
    }

    @AfterEach
    void close() {
        page.codes().forEach(CANARY::watch);
        stage.vault().tokens().forEach(CANARY::watch);
        stage.close();
    }

    private SignIn begin() {
        return CANARY.see(ana.beginSignIn("people", REDIRECT));
    }

    @Test
    void signIn_atThePage_givesASession() {
        CANARY.see(ana.completeSignIn(page.visit(begin().url(), "ana")));

        assertThat(ana.resolver().attempt(TOKEN)).isResolvedTo("value");
        assertThat(stage.vault())
                .wasAsked(Kind.SIGN_IN, 1)
                .wasAsked(Kind.REDEEM, 1)
                .wasAsked(Kind.LOGIN, 0);
        assertThat(stage.vault().tokens()).hasSize(1);
    }

    @Test
    void signIn_refusedAtThePage_givesNone() {
        SignIn begun = begin();

        assertThatThrownBy(() -> ana.completeSignIn(page.refuse(begun.url())))
                .isInstanceOf(UnresolvedException.class)
                .hasMessageContaining("access_denied");
        assertThat(ana.resolver().attempt(TOKEN)).failedBecause(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(stage.vault().tokens()).isEmpty();
    }

    @Test
    void signIn_duringAnOutage_givesNoneAndIsNotTriedAgain() {
        URI callback = page.visit(begin().url(), "ana");
        stage.vault().goDown(Duration.ofMinutes(1));

        assertThatThrownBy(() -> ana.completeSignIn(callback)).isInstanceOf(UnresolvedException.class);
        stage.time().advance(Duration.ofMinutes(1));
        assertThatThrownBy(() -> ana.completeSignIn(callback)).isInstanceOf(UnresolvedException.class);
        assertThat(stage.vault()).wasAsked(Kind.REDEEM, 1);
    }

    @Test
    void session_endedByTheVault_asksForANewSignIn() {
        ana.completeSignIn(page.visit(begin().url(), "ana"));
        stage.vault().endSessions();

        assertThat(ana.resolver().attempt(TOKEN)).failedBecause(Reason.REAUTHENTICATION_REQUIRED);
    }

    @Test
    void signIn_onThisMachine_isVisitedByTheOpener() {
        SignInOptions options = SignInOptions.openingWith(address -> get(page.visit(address, "ana")));

        CANARY.see(ana.signIn("people", options));

        assertThat(ana.resolver().attempt(TOKEN)).isResolvedTo("value");
    }

    /** As a browser does, but without a word in any log. */
    private static void get(URI address) {
        try (Socket browser = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            String request = "GET " + address.getRawPath() + "?" + address.getRawQuery() + " HTTP/1.1\r\nHost: "
                    + address.getAuthority() + "\r\n\r\n";
            browser.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void page_ofAnotherVaultOrWithoutAProofKey_isNotVisited() {
        String address = begin().url().toString();

        assertThatThrownBy(() -> page.visit(URI.create(address.replace("sign-in.example", "evil.example")), "ana"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> page.visit(URI.create(address.replace("S256", "plain")), "ana"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("S256");
        assertThatThrownBy(() -> page.visit(URI.create(address.replace("&state=", "&status=")), "ana"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("state");
        assertThat(page.codes()).isEmpty();
    }
}
