package io.claviger.testkit.vault;

import io.claviger.spi.Call;
import io.claviger.spi.PendingSignIn;
import io.claviger.spi.Session;
import io.claviger.spi.SignInCallback;
import io.claviger.spi.SignInRequest;
import java.net.URI;

/** One sign-in at the page of a scripted vault. */
final class ScriptedSignIn implements PendingSignIn {

    private final ScriptedVault vault;
    private final SignInRequest request;

    ScriptedSignIn(ScriptedVault vault, SignInRequest request) {
        this.vault = vault;
        this.request = request;
    }

    @Override
    public URI authorizationUrl() {
        return vault.signInPage().address(request);
    }

    @Override
    public Session complete(SignInCallback callback, Call call) {
        return vault.answer(
                VaultCall.Kind.REDEEM,
                request.redirect().toString(),
                call,
                () -> new ScriptedSession(vault, vault.signInPage().redeem(request, callback)));
    }

    @Override
    public String toString() {
        return "ScriptedSignIn";
    }
}
