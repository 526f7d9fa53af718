package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Credentials;
import io.claviger.SecretValue;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Credentials are accepted or refused, and never shown. */
abstract class AuthenticationGroup extends ContractGroup {

    AuthenticationGroup(VaultContract vault) {
        super(vault);
    }

    @Test
    @DisplayName("good credentials give a session")
    void authenticate_goodCredentials_givesASession() throws Exception {
        SecretValue value = canary().value();
        assertReads(logIn(), stored(value), value);
    }

    @Needs(Capability.CREDENTIALS)
    @Test
    @DisplayName("wrong credentials are refused as such")
    void authenticate_wrongCredentials_isRefused() throws Exception {
        VaultFailure failure = failure(() -> client().authenticate(vault.wrongCredentials(), call()));
        assertThat(failure.kind()).isEqualTo(VaultFailure.Kind.CREDENTIALS_REFUSED);
    }

    @Needs(Capability.CREDENTIALS)
    @Test
    @DisplayName("a refused login does not spoil the next one, nor a session that is there")
    void authenticate_afterARefusal_works() throws Exception {
        SecretValue value = canary().value();
        String name = stored(value);
        Session before = logIn();
        failure(() -> client().authenticate(vault.wrongCredentials(), call()));
        assertReads(before, name, value);
        assertReads(logIn(), name, value);
    }

    @Needs(Capability.CREDENTIALS)
    @Test
    @DisplayName("credentials of another kind are refused as a provider refuses")
    void authenticate_foreignCredentials_isRefused() throws Exception {
        assertThat(failure(() -> client().authenticate(new Foreign(), call())).kind())
                .isIn(VaultFailure.Kind.MISCONFIGURED, VaultFailure.Kind.CREDENTIALS_REFUSED);
    }

    @Needs(Capability.CREDENTIALS)
    @Test
    @DisplayName("credentials are of a kind that the descriptor lists")
    void credentials_areOfAListedKind() throws Exception {
        List<Class<? extends Credentials>> kinds = vault.provider().descriptor().credentials();
        assertThat(vault.credentials()).matches(given -> kinds.stream().anyMatch(kind -> kind.isInstance(given)));
    }

    @Needs(Capability.CREDENTIALS)
    @Test
    @DisplayName("neither good nor wrong credentials print themselves")
    void credentials_ofAnyKind_printNothing() throws Exception {
        canary().see(vault.credentials());
        canary().see(vault.wrongCredentials());
    }

    @Needs(Capability.IDENTITIES)
    @Test
    @DisplayName("the same credentials prove the same identity each time")
    void identity_ofTwoLogins_isTheSame() throws Exception {
        assertThat(logIn().identity()).isPresent().isEqualTo(logIn().identity());
    }

    /** Of no provider. */
    private static final class Foreign implements Credentials {}
}
