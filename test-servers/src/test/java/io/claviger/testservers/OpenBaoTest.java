package io.claviger.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("server")
class OpenBaoTest {

    @Test
    void start_once_isHealthyAndKeepsWhatIsWritten() {
        try (OpenBao server = OpenBao.start()) {
            server.write("secret/data/a", "{\"data\":{\"k\":\"v\"}}");
            assertThat(server.isHealthy()).isTrue();
            assertThat(server.read("secret/data/a").at("/data/data/k").asText()).isEqualTo("v");
        }
    }

    @Test
    void start_twice_givesTwoServersWithTokensOfTheirOwn() {
        try (OpenBao one = OpenBao.start();
                OpenBao other = OpenBao.start()) {
            assertThat(one.address()).isNotEqualTo(other.address());
            assertThat(one.rootToken()).isNotEqualTo(other.rootToken());
        }
    }

    @Test
    void close_running_freesBothPorts() {
        OpenBao server = OpenBao.start();
        int port = server.address().getPort();
        assertThat(Ports.isFree(port)).isFalse();
        server.close();
        server.close();
        assertThat(server.isHealthy()).isFalse();
        assertThat(Ports.isFree(port)).isTrue();
        assertThat(Ports.isFree(port + 1)).isTrue();
    }

    @Test
    void seal_andUnseal_keepsData() {
        try (OpenBao server = OpenBao.start()) {
            server.write("secret/data/a", "{\"data\":{\"k\":\"v\"}}");
            server.seal();
            assertThatThrownBy(() -> server.read("secret/data/a")).hasMessageContaining("503");
            server.unseal();
            assertThat(server.read("secret/data/a").at("/data/data/k").asText()).isEqualTo("v");
        }
    }

    @Test
    void startTls_ownAuthority_isReachedByItsCertificate() {
        try (OpenBao server = OpenBao.startTls()) {
            assertThat(server.address()).hasScheme("https");
            assertThat(server.caFile())
                    .hasValueSatisfying(file -> assertThat(file).content().contains("BEGIN CERT"));
            assertThat(server.isHealthy()).isTrue();
        }
    }

    @Test
    void namespace_created_isAdministeredByItself() {
        try (OpenBao server = OpenBao.start()) {
            server.write("sys/namespaces/team1", "{}");
            server.namespace("team1").call("POST", "sys/mounts/kv", "{\"type\":\"kv\"}");
            assertThat(server.read("team1/sys/mounts/kv").at("/data/type").asText())
                    .isEqualTo("kv");
        }
    }
}
