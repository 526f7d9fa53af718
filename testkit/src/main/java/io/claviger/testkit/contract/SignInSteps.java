package io.claviger.testkit.contract;

import io.claviger.spi.PendingSignIn;
import io.claviger.spi.Session;
import io.claviger.spi.SignInCallback;
import io.claviger.spi.SignInRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;

/** How people sign in with the provider under test, step by step. Codes and tokens are watched on the way. */
abstract class SignInSteps extends ContractGroup {

    static final String ANA = "ana";
    static final String BEN = "ben";

    SignInSteps(VaultContract vault) {
        super(vault);
    }

    /** A request like those of the core, of which the canary knows everything that is secret. */
    final SignInRequest request() {
        return SignInRequest.of(
                vault.redirect(), canary().token(), canary().token(), canary().token() + canary().token());
    }

    final PendingSignIn begin(SignInRequest request) {
        return client().signIn(request, call());
    }

    /** Has a person sign in at the page; returns where they are sent back to. */
    final URI visit(URI page, String person) throws Exception {
        URI back = vault.visit(page, person);
        Query.of(back).all("code").forEach(canary()::watch);
        return back;
    }

    /** Has a person sign in at the page; returns what they bring back. */
    final SignInCallback callback(PendingSignIn begun, String person) throws Exception {
        Query query = Query.of(visit(begun.authorizationUrl(), person));
        Map<String, String> parameters = query.names().stream()
                .collect(Collectors.toMap(name -> name, name -> query.all(name).get(0)));
        return SignInCallback.of(parameters);
    }

    final Session signIn(String person) throws Exception {
        PendingSignIn begun = begin(request());
        return begun.complete(callback(begun, person), call());
    }

    final List<String> tokens() {
        return vault.signInTokens();
    }

    @AfterEach
    final void watchTokens() {
        if (vault.capabilities().reasonWithout(Capability.SIGN_IN).isEmpty()) {
            tokens().forEach(canary()::watch);
        }
    }
}
