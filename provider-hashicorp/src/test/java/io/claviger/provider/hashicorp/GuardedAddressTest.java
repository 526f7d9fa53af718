package io.claviger.provider.hashicorp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.Role;
import io.claviger.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Design §11: no address that an actor gives leads into the host's own network, however it is spelled")
class GuardedAddressTest {

    private final ServerSocketChannel listener = listener();
    private final IntegrationManager host = IntegrationManager.builder()
            .discovery(false)
            .provider(new HashicorpProvider())
            .roles(actor -> Set.of(Role.ADMIN))
            .build();

    private static ServerSocketChannel listener() {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            channel.configureBlocking(false);
            return channel.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        host.close();
        listener.close();
    }

    private String withPort(String address) throws IOException {
        return address.replace("PORT", String.valueOf(((InetSocketAddress) listener.getLocalAddress()).getPort()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:PORT",
                "http://127.0.0.1:PORT",
                "https://127.1:PORT",
                "https://2130706433:PORT",
                "https://0x7f000001:PORT",
                "https://0x7f.0.0.1:PORT",
                "https://0177.0.0.1:PORT",
                "https://127.000.000.001:PORT",
                "https://127.0.0.1.:PORT",
                "https://0.0.0.0:PORT",
                "https://localhost:PORT",
                "https://LocalHost.:PORT",
                "http://localhost:PORT",
                "https://vault.localhost:PORT",
                "https://[::1]:PORT",
                "https://[0:0:0:0:0:0:0:1]:PORT",
                "https://[::ffff:127.0.0.1]:PORT",
                "https://[::ffff:7f00:1]:PORT",
                "https://[64:ff9b::7f00:1]:PORT",
                "https://[2002:7f00:1::]:PORT",
                "https://[::]:PORT",
                "https://[fe80::1%25lo]:PORT",
                "https://user@127.0.0.1:PORT",
                "https://vault.example@127.0.0.1:PORT",
                "https://10.0.0.1:PORT",
                "https://172.16.0.1:PORT",
                "https://192.168.1.1:PORT",
                "https://100.64.0.1:PORT",
                "https://[fd00::1]:PORT",
                "https://169.254.169.254",
                "http://169.254.169.254",
                "https://[fd00:ec2::254]",
                "https://metadata.google.internal",
                "https://100.100.100.200",
                "https://168.63.129.16"
            })
    void connect_byAnActor_isRefusedBeforeAnyConnection(String address) throws IOException {
        IntegrationManager ada = host.as(Actor.of("ada"));

        assertThatThrownBy(() -> ada.connect(
                        "team",
                        "hashicorp",
                        Settings.of("address", withPort(address)),
                        CredentialSource.renewing(() -> HashicorpCredentials.token("c4n4ry-token"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("c4n4ry");

        assertThat(host.integration("team")).isEmpty();
        assertThat(listener.accept()).as("a connection").isNull();
    }
}
