package io.claviger.testkit.vault;

import io.claviger.ConfigurationException;
import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.PendingSignIn;
import io.claviger.spi.Session;
import io.claviger.spi.SignInRequest;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import java.util.Map;
import java.util.Optional;

/** The client of one integration with a scripted vault. */
final class ScriptedClient implements VaultClient {

    static final String VERSION = "version";

    private final ScriptedVault vault;

    ScriptedClient(ScriptedVault vault) {
        this.vault = vault;
    }

    @Override
    public Location locate(SecretReference reference) {
        if (!reference.parameters().keySet().stream().allMatch(VERSION::equals)) {
            throw new ConfigurationException("The reference has a parameter other than version; remove it.");
        }
        return Location.of(
                Locator.of(reference.path(), reference.parameters()),
                reference.field().orElse(null));
    }

    @Override
    public Session authenticate(Credentials credentials, Call call) {
        ScriptedCredentials known = known(credentials);
        return vault.answer(VaultCall.Kind.LOGIN, known.user(), call, () -> {
            vault.desk().check(known);
            return new ScriptedSession(vault, known.user());
        });
    }

    private static ScriptedCredentials known(Credentials credentials) {
        if (credentials instanceof ScriptedCredentials known) {
            return known;
        }
        if (credentials == Credentials.none()) {
            return ScriptedCredentials.of("nobody");
        }
        throw VaultFailure.of(VaultFailure.Kind.MISCONFIGURED, "The scripted vault takes ScriptedCredentials.");
    }

    @Override
    public Optional<Locator> previousVersion(Locator locator, SecretSnapshot current) {
        return current.version()
                .filter(version -> locator.parameter(VERSION).isEmpty())
                .map(Integer::valueOf)
                .filter(version -> version > 1)
                .map(version -> Locator.of(locator.path(), Map.of(VERSION, String.valueOf(version - 1))));
    }

    @Override
    public PendingSignIn signIn(SignInRequest request, Call call) {
        return vault.answer(
                VaultCall.Kind.SIGN_IN, request.redirect().toString(), call, () -> new ScriptedSignIn(vault, request));
    }

    @Override
    public void close() {
        // nothing is held
    }
}
