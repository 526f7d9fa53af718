package io.claviger;

import static io.claviger.support.SignInFixture.ANA;
import static io.claviger.support.SignInFixture.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.Browser;
import io.claviger.support.Desktop;
import io.claviger.support.SignInFixture;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S14: the listener takes one request, and wrong ones change nothing")
class SignInListenerTest {

    private static final String EMPTY = "Content-Length: 0\r\n\r\n";

    private final SignInFixture fixture = new SignInFixture();
    private final Desktop desktop = Desktop.start(fixture.as(ANA), options -> options.withPath("/cb"));
    private final URI callback = fixture.page.visit(desktop.page(), "ana@vault");
    private final int port = desktop.port();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void assertTheRightOneStillWorks() {
        assertThat(desktop.result).isNotDone();
        assertThat(Browser.get(callback).status()).isEqualTo(200);
        desktop.done();
        assertThat(fixture.read(ANA)).isEqualTo("value");
    }

    private String target() {
        return callback.getRawPath() + "?" + callback.getRawQuery();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "HEAD", "OPTIONS", "PUT", "DELETE"})
    void method_otherThanGet_isIgnored(String method) {
        assertThat(Browser.send(callback, method).status()).isEqualTo(400);
        assertTheRightOneStillWorks();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:%d",
                "127.0.0.1",
                "127.0.0.1:1%d",
                "localhost",
                "[::1]:%d",
                "127.0.0.2:%d",
                "127.0.0.1:%d:%d",
                "127.0.0.1.evil.example:%d",
                ""
            })
    @DisplayName("S14: a foreign Host header, as DNS rebinding brings it, is ignored")
    void host_otherThanThisListener_isIgnored(String host) {
        String reply =
                Browser.raw(port, "GET " + target() + " HTTP/1.1\r\nHost: " + host.formatted(port, port) + "\r\n\r\n");

        assertThat(reply).startsWith("HTTP/1.1 400 ").endsWith(EMPTY);
        assertTheRightOneStillWorks();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cb/", "/CB", "/favicon.ico", "/cb/../cb", "/%63b"})
    void path_otherThanTheExactOne_isIgnored(String path) {
        String reply = Browser.raw(
                port,
                "GET " + path + "?" + callback.getRawQuery() + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n");

        assertThat(reply).startsWith("HTTP/1.1 404 ").endsWith(EMPTY);
        assertTheRightOneStillWorks();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cb",
                "/cb?",
                "/cb?code=x",
                "/cb?code=x&state=wrong",
                "/cb?error=access_denied&state=wrong",
                "/cb?state=STATE",
                "/cb?code=x&state=STATE&state=STATE",
                "/cb?code=x&code=y&state=STATE",
                "/cb?code=%zz&state=STATE"
            })
    void state_thatIsWrongOrInAMalformedQuery_isIgnored(String target) {
        String reply = Browser.raw(
                port,
                "GET " + target.replace("STATE", desktop.state()) + " HTTP/1.1\r\nHost: localhost:" + port
                        + "\r\n\r\n");

        assertThat(reply).startsWith("HTTP/1.1 400 ").endsWith(EMPTY);
        assertTheRightOneStillWorks();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "GET",
                "GET TARGET",
                "GET  TARGET HTTP/1.1",
                "GET TARGET HTTP/2.0",
                "get TARGET HTTP/1.1",
                "GET http://127.0.0.1:PORTTARGET HTTP/1.1",
                "GET TARGET HTTP/1.1\r\nHost: 127.0.0.1:PORT",
                "\r\nGET TARGET HTTP/1.1"
            })
    void request_thatIsMalformed_isIgnored(String start) {
        String first = start.replace("TARGET", target()).replace("PORT", String.valueOf(port));

        assertThat(Browser.raw(port, first + "\r\nHost: 127.0.0.1:" + port + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .endsWith(EMPTY);
        assertTheRightOneStillWorks();
    }

    @Test
    void host_withoutAHeader_isIgnored() {
        assertThat(Browser.raw(port, "GET " + target() + " HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertTheRightOneStillWorks();
    }

    @Test
    void request_thatNeverEnds_isCutOff() {
        assertThat(Browser.raw(port, "GET /cb?x=" + "x".repeat(100_000))).doesNotContain("200 OK");
        assertTheRightOneStillWorks();
    }

    @Test
    void requests_inLargeNumber_changeNothing() {
        for (int i = 0; i < 500; i++) {
            Browser.raw(port, "GET /cb?code=x&state=" + i + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n");
        }
        assertTheRightOneStillWorks();
    }

    @Test
    void connections_thatSayNothing_holdNobodyUp() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                silent.add(Browser.connect(port));
            }
            assertTheRightOneStillWorks();
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void request_inSmallPieces_isPutTogether() throws IOException {
        try (Socket socket = Browser.connect(port)) {
            socket.setTcpNoDelay(true);
            String request = "GET " + target() + " HTTP/1.1\r\nhost:127.0.0.1:" + port + "\r\n\r\n";
            for (int i = 0; i < request.length(); i++) {
                socket.getOutputStream().write(request.charAt(i));
            }
            assertThat(new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 OK");
        }
        desktop.done();
    }

    @Test
    void stateOfAnotherActor_isIgnored() {
        Desktop bens = Desktop.start(fixture.as(BEN), options -> options.withPath("/cb"));

        assertThat(Browser.get(URI.create("http://127.0.0.1:" + port + "/cb?code=x&state=" + bens.state()))
                        .status())
                .isEqualTo(400);
        assertTheRightOneStillWorks();
        bens.result.cancel(true);
    }

    @Test
    void callback_thatComesTwice_findsNobody() {
        assertTheRightOneStillWorks();

        assertThat(Browser.raw(port, "GET " + target() + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n"))
                .isEmpty();
        assertThat(fixture.page.redemptions).hasValue(1);
    }

    @Test
    @DisplayName("S14: 127.0.0.1 only: the same port is free at every other address")
    void otherAddresses_ofThisMachine_areNotListenedAt() throws IOException {
        for (InetAddress address : othersOfThisMachine()) {
            try (ServerSocket other = new ServerSocket(port, 1, address)) {
                assertThat(other.isBound()).isTrue();
            }
        }
        assertTheRightOneStillWorks();
    }

    private static List<InetAddress> othersOfThisMachine() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();
    }
}
