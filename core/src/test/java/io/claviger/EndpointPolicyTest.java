package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Design §11: for settings that actors supply the default refuses what is not on the internet")
class EndpointPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "http://vault.example,              plain HTTP",
        "http://127.0.0.1:8200,             plain HTTP",
        "https://localhost,                 names of local networks",
        "https://a.LOCALHOST.,              names of local networks",
        "https://printer.local,             names of local networks",
        "https://metadata.google.internal,  names of local networks",
        "https://router.home.arpa,          names of local networks",
        "https://127.0.0.1:8200,            loopback addresses",
        "https://[::1],                     loopback addresses",
        "https://[::ffff:10.1.2.3],         private addresses",
        "https://10.1.2.3,                  private addresses",
        "https://[fd12::1],                 private addresses",
        "https://100.64.0.1,                addresses shared behind a carrier",
        "https://169.254.1.1,               link-local addresses",
        "https://169.254.169.254,           metadata services of clouds",
        "https://[fd00:ec2::254],           metadata services of clouds",
        "https://0.0.0.0,                   unspecified addresses",
    })
    void guarded_originThatTellsByItself_isRefusedByItsRule(URI origin, String rule) {
        assertThat(EndpointPolicy.guarded().decide(Endpoint.of(origin)).rule()).contains(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,              loopback addresses",
        "192.168.1.1,            private addresses",
        "64:ff9b::192.168.1.1,   private addresses",
        "169.254.169.254,        metadata services of clouds",
        "fe80::1,                link-local addresses",
    })
    void guarded_publicNameAtAnAddressInside_isRefusedByItsRule(String address, String rule) {
        Endpoint endpoint = Endpoint.of(URI.create("https://vault.example")).at(InetAddresses.forString(address));

        assertThat(EndpointPolicy.guarded().decide(endpoint).rule()).contains(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://vault.example",
                "https://8.8.8.8",
                "https://[2606:4700::1]:8200",
                "https://notlocalhost.example"
            })
    void guarded_publicOrigin_isPermitted(URI origin) {
        EndpointDecision decision = EndpointPolicy.guarded().decide(Endpoint.of(origin));

        assertThat(decision.allows()).isTrue();
        assertThat(decision.rule()).isEmpty();
        assertThat(decision).hasToString("permitted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8200", "https://localhost", "https://10.0.0.1", "http://169.254.169.254"})
    void open_anyOrigin_isPermitted(URI origin) {
        assertThat(EndpointPolicy.open().decide(Endpoint.of(origin)).allows()).isTrue();
    }

    @Test
    void endpoint_ofAnOrigin_hasItsPartsInCanonicalForm() {
        Endpoint endpoint = Endpoint.of(URI.create("HTTPS://Vault.Example./v1/a?b#c"));

        assertThat(endpoint.scheme()).isEqualTo("https");
        assertThat(endpoint.host()).isEqualTo("vault.example");
        assertThat(endpoint.port()).isEqualTo(443);
        assertThat(endpoint.address()).isEmpty();
        assertThat(endpoint).hasToString("https://vault.example:443");
        assertThat(endpoint.at(InetAddresses.forString("192.0.2.1")))
                .hasToString("https://vault.example:443 at 192.0.2.1");
        assertThat(Endpoint.of(URI.create("http://192.0.2.1"))).hasToString("http://192.0.2.1:80");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://vault.example",
                "vault.example:8200",
                "https:vault.example",
                "https://user:hunter2@vault.example",
                "https://2130706433",
                "https://0177.0.0.1",
                "https://vault_server:8200",
                "https://vault%2eexample",
                "/v1",
            })
    void endpoint_ofWhatNotEverybodyReadsAlike_isRefusedWithoutRepeatingIt(URI origin) {
        assertThatThrownBy(() -> Endpoint.of(origin))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContainingAny("hunter2", "vault.example");
    }
}
