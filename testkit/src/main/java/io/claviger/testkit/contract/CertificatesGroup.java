package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.spi.Location;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.testkit.http.FaultyServer;
import io.claviger.testkit.http.TestAuthority;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only a server that proves who it is learns anything: refused ones see no request at all. */
@Needs(Capability.TRUST)
abstract class CertificatesGroup extends ContractGroup {

    private final HttpVaultContract http;
    private final TestAuthority authority = TestAuthority.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    CertificatesGroup(HttpVaultContract vault) {
        super(vault);
        this.http = vault;
    }

    @Test
    @DisplayName("a server with a certificate of a trusted authority is asked")
    void read_trustworthyServer_works() throws Exception {
        SecretValue value = canary().value();
        String name = stored(value);
        try (FaultyServer server = FaultyServer.before(http.server(), authority.trustworthy());
                VaultClient client = vault.provider().open(trusted(server))) {
            Session session = client.authenticate(vault.credentials(), call());
            Location location = client.locate(vault.reference(name));
            SecretValue read = selected(session.read(location.locator(), call()), location);
            assertThat(read.hasSameContentAs(value)).isTrue();
        }
    }

    @Test
    @DisplayName("a server with a certificate of an unknown authority learns nothing")
    void authenticate_unknownAuthority_sendsNothing() throws Exception {
        try (FaultyServer server = FaultyServer.before(http.server(), authority.trustworthy())) {
            assertLearnsNothing(server, http.settings(server.address()));
        }
    }

    @Test
    @DisplayName("a server with a certificate of another authority than the trusted one learns nothing")
    void authenticate_otherAuthority_sendsNothing() throws Exception {
        assertLearnsNothing(TestAuthority.create().trustworthy());
    }

    @Test
    @DisplayName("a server with an expired certificate learns nothing")
    void authenticate_expiredCertificate_sendsNothing() throws Exception {
        assertLearnsNothing(authority.expired());
    }

    @Test
    @DisplayName("a server with a certificate for another host learns nothing")
    void authenticate_certificateOfAnotherHost_sendsNothing() throws Exception {
        assertLearnsNothing(authority.ofAnotherHost());
    }

    @Test
    @DisplayName("not even the switch of the virtual machine that is for it turns the check of host names off")
    void authenticate_hostNameChecksSwitchedOff_sendsNothing() throws Exception {
        assertThat(ChildRun.failure(
                        vault.getClass(),
                        HttpVaultContract.Certificates.class,
                        "authenticate_certificateOfAnotherHost_sendsNothing",
                        "-Djdk.internal.httpclient.disableHostnameVerification=true"))
                .isEmpty();
    }

    private void assertLearnsNothing(SSLContext proof) throws Exception {
        try (FaultyServer server = FaultyServer.before(http.server(), proof)) {
            assertLearnsNothing(server, trusted(server));
        }
    }

    private void assertLearnsNothing(FaultyServer server, Settings settings) throws Exception {
        String name = stored(canary().value());
        try (VaultClient client = vault.provider().open(settings)) {
            VaultFailure failure = failure(() -> client.authenticate(vault.credentials(), call())
                    .read(client.locate(vault.reference(name)).locator(), call()));
            assertThat(failure.kind()).isEqualTo(VaultFailure.Kind.UNAVAILABLE);
        }
        assertThat(server.requests()).isEmpty();
    }

    private Settings trusted(FaultyServer server) throws Exception {
        return http.trusting(http.settings(server.address()), authority.writeTo(folder.resolve("authority.pem")));
    }
}
