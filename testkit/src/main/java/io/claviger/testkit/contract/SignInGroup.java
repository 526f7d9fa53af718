package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.claviger.ConfigurationException;
import io.claviger.IntegrationManager;
import io.claviger.SecretValue;
import io.claviger.spi.PendingSignIn;
import io.claviger.spi.Session;
import io.claviger.spi.SignInCallback;
import io.claviger.spi.SignInRequest;
import io.claviger.spi.VaultFailure.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** People sign in at the vault's own page, each for themselves, and nobody without it. */
abstract class SignInGroup extends SignInSteps {

    SignInGroup(VaultContract vault) {
        super(vault);
    }

    @Lacks(Capability.SIGN_IN)
    @Test
    @DisplayName("a vault without a sign-in page says so, and signs nobody in")
    void signIn_withoutAPage_isRefused() {
        assertThat(vault.provider().descriptor().interactiveSignIn())
                .as("whether the descriptor speaks of a sign-in page")
                .isFalse();
        assertThat(failure(() -> client().signIn(request(), call())).kind()).isEqualTo(Kind.MISCONFIGURED);
        try (IntegrationManager manager = Managers.connected(vault)) {
            assertThat(catchThrowable(() -> manager.beginSignIn(VaultContract.ALIAS, vault.redirect())))
                    .isInstanceOf(ConfigurationException.class);
        }
    }

    @Needs(Capability.SIGN_IN)
    @Test
    @DisplayName("a vault with a sign-in page says so")
    void descriptor_ofAVaultWithAPage_saysSo() {
        assertThat(vault.provider().descriptor().interactiveSignIn()).isTrue();
    }

    @Needs(Capability.SIGN_IN)
    @Test
    @DisplayName("the address of the page carries redirect, state and code challenge, and no code verifier")
    void authorizationUrl_ofASignIn_carriesWhatThePageNeeds() {
        SignInRequest request = request();
        URI page = begin(request).authorizationUrl();
        Query query = Query.of(page);
        assertThat(page.isAbsolute())
                .as("whether %s is the address of a page", page.getHost())
                .isTrue();
        assertThat(query.all("redirect_uri")).containsExactly(request.redirect().toString());
        assertThat(query.all("state")).as("the state").containsExactly(request.state());
        assertThat(query.all("code_challenge")).as("the code challenge").containsExactly(request.codeChallenge());
        assertThat(query.all("code_challenge_method")).containsExactly(SignInRequest.CHALLENGE_METHOD);
        assertThat(query.all("nonce")).as("the nonce, if there is one").allMatch(request.nonce()::equals);
        assertThat(page.toString().contains(request.codeVerifier()))
                .as("whether the page is told the code verifier")
                .isFalse();
    }

    @Needs(Capability.SIGN_IN)
    @Test
    @DisplayName("a person who has signed in reads, and the page sends back the state")
    void complete_goodCode_givesASession() throws Exception {
        SecretValue value = canary().value();
        String name = stored(value);
        SignInRequest request = request();
        PendingSignIn begun = begin(request);
        SignInCallback callback = callback(begun, ANA);
        assertThat(callback.parameter("state")).as("the state that came back").contains(request.state());
        assertReads(begun.complete(callback, call()), name, value);
        assertThat(tokens()).as("the tokens of one sign-in").hasSize(1);
    }

    @Needs(Capability.SIGN_IN)
    @Test
    @DisplayName("a code that the page has never given is refused as a credential is")
    void complete_wrongCode_isRefused() {
        PendingSignIn begun = begin(request());
        SignInCallback invented = SignInCallback.of(Map.of("code", canary().token()));
        assertThat(failure(() -> begun.complete(invented, call())).kind()).isEqualTo(Kind.CREDENTIALS_REFUSED);
        assertThat(tokens()).as("tokens for an invented code").isEmpty();
    }

    @Needs(Capability.SIGN_IN)
    @Test
    @DisplayName("a code is good for the sign-in alone that it was given for")
    void complete_codeOfAnotherSignIn_isRefused() throws Exception {
        SignInCallback stolen = callback(begin(request()), ANA);
        PendingSignIn own = begin(request());
        assertThat(failure(() -> own.complete(stolen, call())).kind()).isEqualTo(Kind.CREDENTIALS_REFUSED);
        assertThat(tokens()).as("tokens for a stolen code").isEmpty();
    }

    @Needs(Capability.SIGN_IN)
    @Test
    @DisplayName("a code that comes when the deadline has passed is not redeemed")
    void complete_afterTheDeadline_redeemsNothing() throws Exception {
        PendingSignIn begun = begin(request());
        SignInCallback callback = callback(begun, ANA);
        assertThat(failure(() -> begun.complete(callback, call(Duration.ZERO))).kind())
                .isEqualTo(Kind.UNAVAILABLE);
        assertThat(tokens()).as("tokens that nobody waited for").isEmpty();
    }

    @Needs({Capability.SIGN_IN, Capability.IDENTITIES})
    @Test
    @DisplayName("two people are known apart, and each as the same the next time")
    void identity_ofTwoPeople_isTheirOwn() throws Exception {
        Session ana = signIn(ANA);
        Session ben = signIn(BEN);
        assertThat(ana.identity()).isPresent().isNotEqualTo(ben.identity());
        assertThat(signIn(ANA).identity()).isEqualTo(ana.identity());
        assertThat(tokens()).as("the tokens of three sign-ins").hasSize(3).doesNotHaveDuplicates();
    }

    @Needs({Capability.SIGN_IN, Capability.REVOCATION})
    @Test
    @DisplayName("to revoke the session of one person leaves another's alone")
    void revoke_ofOnePerson_leavesTheOthers() throws Exception {
        SecretValue value = canary().value();
        String name = stored(value);
        Session ana = signIn(ANA);
        Session ben = signIn(BEN);
        assertThat(ana.revoke(call())).isTrue();
        assertThat(failure(() -> read(ana, name)).kind()).isEqualTo(Kind.SESSION_ENDED);
        assertReads(ben, name, value);
    }

    @Needs(Capability.SIGN_IN)
    @Test
    @DisplayName("neither a sign-in nor its session prints address, code or token")
    void texts_ofASignIn_showNothing() throws Exception {
        PendingSignIn begun = begin(request());
        SignInCallback callback = callback(begun, ANA);
        Session session = begun.complete(callback, call());
        canary().read("toString of the sign-in", begun.toString());
        canary().read("toString of the session", session.toString());
        PendingSignIn other = begin(request());
        failure(() -> other.complete(callback, call()));
    }
}
