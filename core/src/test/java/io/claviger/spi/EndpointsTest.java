package io.claviger.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.net.InetAddresses;
import io.claviger.Endpoint;
import io.claviger.EndpointDecision;
import io.claviger.EndpointPolicy;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §11: an EndpointPolicy sees every outgoing origin and resolved address, at each connection")
class EndpointsTest {

    private static final URI VAULT = URI.create("https://vault.example:8200/v1");

    private final List<String> seen = new ArrayList<>();
    private final List<String> lookedUp = new ArrayList<>();

    @Test
    void resolve_name_policySeesOriginAndEveryAddress() {
        Endpoints endpoints = Endpoints.under(this::see, names("8.8.8.8", "2606:4700::1"));

        assertThat(endpoints.resolve(VAULT)).containsExactly(address("8.8.8.8"), address("2606:4700::1"));
        assertThat(seen)
                .containsExactly(
                        "https://vault.example:8200",
                        "https://vault.example:8200 at 8.8.8.8",
                        "https://vault.example:8200 at 2606:4700:0:0:0:0:0:1");
    }

    @Test
    void resolve_again_asksPolicyAndResolverAgain() {
        Endpoints endpoints = Endpoints.under(this::see, names("8.8.8.8"));

        endpoints.resolve(VAULT);
        endpoints.resolve(VAULT);

        assertThat(seen).hasSize(4);
        assertThat(lookedUp).containsExactly("vault.example", "vault.example");
    }

    @Test
    @DisplayName("§11: a name that changes its address is refused at the next connection")
    void resolve_nameThatIsReboundToLoopback_isRefused() {
        List<String> answers = new ArrayList<>(List.of("8.8.8.8", "127.0.0.1"));
        Endpoints endpoints =
                Endpoints.under(EndpointPolicy.guarded(), host -> new InetAddress[] {address(answers.remove(0))});

        assertThat(endpoints.resolve(VAULT)).containsExactly(address("8.8.8.8"));
        assertMisconfigured(() -> endpoints.resolve(VAULT), "loopback addresses");
    }

    @Test
    void resolve_oneRefusedAddressAmongSeveral_isRefusedWithTheRuleAndNoAddress() {
        Endpoints endpoints = Endpoints.under(EndpointPolicy.guarded(), names("8.8.8.8", "10.1.2.3"));

        VaultFailure failure = assertMisconfigured(() -> endpoints.resolve(VAULT), "private addresses");
        assertThat(failure.detail()).doesNotContain("10.1.2.3", "vault.example", "8.8.8.8");
    }

    @Test
    void resolve_refusedOrigin_isNotLookedUp() {
        Endpoints endpoints = Endpoints.under(EndpointPolicy.guarded(), names("8.8.8.8"));

        assertMisconfigured(() -> endpoints.resolve(URI.create("http://vault.example")), "plain HTTP");
        assertThat(lookedUp).isEmpty();
    }

    @Test
    void resolve_address_isNotLookedUp() {
        Endpoints endpoints = Endpoints.under(this::see, names("8.8.8.8"));

        assertThat(endpoints.resolve(URI.create("https://[2606:4700::1]"))).containsExactly(address("2606:4700::1"));
        assertThat(lookedUp).isEmpty();
    }

    @Test
    void resolve_unknownHost_isUnavailableAndCreatedNothing() {
        Endpoints endpoints = Endpoints.under(EndpointPolicy.open(), host -> {
            throw new UnknownHostException(host);
        });

        VaultFailure failure = catchThrowableOfType(VaultFailure.class, () -> endpoints.resolve(VAULT));
        assertThat(failure.kind()).isEqualTo(VaultFailure.Kind.UNAVAILABLE);
        assertThat(failure.createdNothing()).isTrue();
        assertThat(failure).hasNoCause();
    }

    @Test
    void check_name_looksNothingUp() {
        Endpoints endpoints = Endpoints.under(EndpointPolicy.guarded(), names("127.0.0.1"));

        assertThatCode(() -> endpoints.check(VAULT)).doesNotThrowAnyException();
        assertThat(lookedUp).isEmpty();
        assertMisconfigured(() -> endpoints.check(URI.create("https://localhost")), "names of local networks");
        assertMisconfigured(() -> endpoints.check(URI.create("https://10.0.0.1")), "private addresses");
    }

    @Test
    void check_malformedOrigin_isMisconfiguredWithoutItsUserInfo() {
        Endpoints endpoints = Endpoints.under(EndpointPolicy.open());

        VaultFailure failure = assertMisconfigured(
                () -> endpoints.check(URI.create("https://user:hunter2@vault.example")), "https://");
        assertThat(failure.detail()).doesNotContain("hunter2");
    }

    @Test
    void check_policyThatFailsOrAnswersNothing_isRefused() {
        Endpoints failing = Endpoints.under(endpoint -> {
            throw new IllegalStateException("hunter2");
        });
        Endpoints silent = Endpoints.under(endpoint -> null);

        VaultFailure failure = assertMisconfigured(() -> failing.check(VAULT), "it failed");
        assertThat(failure.detail()).doesNotContain("hunter2");
        assertThat(failure).hasNoCause();
        assertMisconfigured(() -> silent.check(VAULT), "it failed");
    }

    @Test
    void resolve_systemResolver_findsLoopbackUnderTheOpenPolicyOnly() {
        URI local = URI.create("https://localhost");

        assertThat(Endpoints.under(EndpointPolicy.open()).resolve(local))
                .isNotEmpty()
                .allMatch(InetAddress::isLoopbackAddress);
    }

    private static VaultFailure assertMisconfigured(ThrowingCallable call, String words) {
        VaultFailure failure = catchThrowableOfType(VaultFailure.class, call);
        assertThat(failure.kind()).isEqualTo(VaultFailure.Kind.MISCONFIGURED);
        assertThat(failure.detail()).contains(words).endsWith(".");
        assertThat(failure.createdNothing()).isTrue();
        return failure;
    }

    private EndpointDecision see(Endpoint endpoint) {
        seen.add(endpoint.toString());
        return EndpointDecision.permitted();
    }

    private Endpoints.Resolver names(String... addresses) {
        return host -> {
            lookedUp.add(host);
            return Arrays.stream(addresses).map(EndpointsTest::address).toArray(InetAddress[]::new);
        };
    }

    private static InetAddress address(String text) {
        return InetAddresses.forString(text);
    }
}
