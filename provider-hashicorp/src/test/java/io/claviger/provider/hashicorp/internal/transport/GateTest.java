package io.claviger.provider.hashicorp.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.Endpoint;
import io.claviger.EndpointDecision;
import io.claviger.EndpointPolicy;
import io.claviger.spi.Endpoints;
import io.claviger.spi.VaultFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §11: what is checked before a request, with a proxy and without, and where plain HTTP may go")
class GateTest {

    private static final URI NAME = URI.create("https://vault.invalid:8200/v1/sys");
    private static final URI LOCAL = URI.create("http://127.0.0.1:8200/v1/sys");
    private static final URI PLAIN = URI.create("http://192.0.2.1:8200/v1/sys");
    private static final Proxy PROXY =
            new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.invalid", 3128));
    private static final Proxy SOCKS =
            new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved("proxy.invalid", 1080));

    private final List<String> seen = new ArrayList<>();

    private EndpointDecision see(Endpoint endpoint) {
        seen.add(endpoint.toString());
        return EndpointDecision.permitted();
    }

    private Gate gate(boolean plainHttpAllowed, Proxy... proxies) {
        return new Gate(Endpoints.under(this::see), Optional.of(new Selector(List.of(proxies))), plainHttpAllowed);
    }

    @Test
    @DisplayName("behind a proxy, which looks the name up itself, the policy is asked for the origin alone")
    void check_behindAProxy_looksNothingUp() {
        gate(false, PROXY, Proxy.NO_PROXY).check(NAME);

        assertThat(seen).containsExactly("https://vault.invalid:8200");
    }

    @Test
    void check_behindAProxyUnderAPolicyThatRefuses_isRefused() {
        Gate gate =
                new Gate(Endpoints.under(EndpointPolicy.guarded()), Optional.of(new Selector(List.of(PROXY))), true);

        assertMisconfigured(gate, URI.create("https://10.0.0.1"));
    }

    @Test
    void check_whereTheClientConnectsItself_looksTheNameUp() {
        for (Gate gate : List.of(
                gate(false),
                gate(false, Proxy.NO_PROXY),
                gate(false, SOCKS),
                new Gate(Endpoints.under(this::see), Optional.empty(), false))) {
            VaultFailure failure = catchThrowableOfType(VaultFailure.class, () -> gate.check(NAME));
            assertThat(failure.kind()).isEqualTo(VaultFailure.Kind.UNAVAILABLE);
        }
    }

    @Test
    void check_plainHttpThatLeavesThisHost_isRefusedUnlessTheHostAllowsIt() {
        assertMisconfigured(gate(false), PLAIN);
        assertThatCode(() -> gate(true).check(PLAIN)).doesNotThrowAnyException();
        assertThatCode(() -> gate(false).check(LOCAL)).doesNotThrowAnyException();
    }

    @Test
    void check_plainHttpThroughAProxy_isRefusedUnlessTheHostAllowsIt() {
        assertMisconfigured(gate(false, PROXY), LOCAL);
        assertThatCode(() -> gate(true, PROXY).check(LOCAL)).doesNotThrowAnyException();
    }

    private static void assertMisconfigured(Gate gate, URI uri) {
        VaultFailure failure = catchThrowableOfType(VaultFailure.class, () -> gate.check(uri));
        assertThat(failure.kind()).isEqualTo(VaultFailure.Kind.MISCONFIGURED);
        assertThat(failure.createdNothing()).isTrue();
        assertThat(failure.detail()).doesNotContain(uri.getHost());
    }

    private static final class Selector extends ProxySelector {

        private final List<Proxy> choice;

        Selector(List<Proxy> choice) {
            this.choice = choice;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return choice;
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    }
}
