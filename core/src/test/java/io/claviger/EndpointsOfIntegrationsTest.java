package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.event.VaultEvent;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.NetworkedVault;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Design §11: the endpoint policy holds for each integration, by who gave its settings")
class EndpointsOfIntegrationsTest {

    private static final Actor ADA = Actor.of("ada");
    private static final Settings PUBLIC = Settings.of("address", "https://8.8.8.8:8200");
    private static final Settings LOCAL = Settings.of("address", "https://127.0.0.1:8200");
    private static final Settings PLAIN = Settings.of("address", "http://10.0.0.1:8200");
    private static final SecretReference SECRET = SecretReference.of("net", "secret");

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<VaultEvent> events = new CopyOnWriteArrayList<>();
    private final NetworkedVault network = new NetworkedVault();
    private volatile EndpointPolicy policy = EndpointPolicy.standard();
    private final Fixture fixture = new Fixture(new FakeVault(), builder -> builder.provider(network)
            .roles(actor -> Set.of(Role.ADMIN))
            .listener(events::add)
            .endpointPolicy(this::decide));
    private final IntegrationManager host = fixture.manager;
    private final IntegrationManager ada = host.as(ADA);

    @AfterEach
    void close() {
        fixture.close();
    }

    private EndpointDecision decide(Endpoint endpoint) {
        seen.add(endpoint + (endpoint.isGivenByActor() ? " for an actor" : " for the host"));
        return policy.decide(endpoint);
    }

    private void connect(IntegrationManager who, Settings settings) {
        who.connect("net", "networked", settings, Fixture.renewing("robot"));
    }

    private void edit(IntegrationManager who, Settings settings) {
        who.edit("net", settings, Fixture.renewing("robot"));
    }

    private String read() {
        host.cache().reset();
        return host.resolver().resolve(SECRET).revealText();
    }

    @Test
    void connect_byTheHost_goesAnywhere() {
        connect(host, LOCAL);

        assertThat(read()).isEqualTo("value");
        assertThat(network.sent).containsExactly("login", "read");
    }

    @Test
    @DisplayName("the policy is asked at the opening, and again at each connection")
    void policy_ofTheHost_isAskedEachTime() {
        connect(host, LOCAL);
        String question = "https://127.0.0.1:8200 for the host";
        assertThat(seen).containsExactly(question);

        read();
        assertThat(seen).hasSize(5).containsOnly(question);
        read();
        assertThat(seen).hasSize(7).containsOnly(question);
    }

    @Test
    @DisplayName("a read, which has an end of its own, asks on its own thread; a connect must not be held up")
    void policy_ofTheHost_isAskedByTheThreadThatReads() {
        List<Thread> askedOn = new CopyOnWriteArrayList<>();
        policy = endpoint -> {
            askedOn.add(Thread.currentThread());
            return EndpointDecision.permitted();
        };

        connect(host, LOCAL);
        assertThat(askedOn).doesNotContain(Thread.currentThread());
        askedOn.clear();
        read();
        assertThat(askedOn).isNotEmpty().containsOnly(Thread.currentThread());
    }

    @Test
    void connect_byAnActorToAPublicAddress_works() {
        connect(ada, PUBLIC);

        assertThat(read()).isEqualTo("value");
        assertThat(seen).isNotEmpty().containsOnly("https://8.8.8.8:8200 for an actor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:8200",
                "https://localhost.",
                "https://[::1]",
                "https://[::ffff:127.0.0.1]",
                "https://10.1.2.3",
                "https://169.254.169.254",
                "https://metadata.google.internal",
                "https://2130706433",
                "https://0x7f.1",
                "http://8.8.8.8"
            })
    void connect_byAnActorToWhatIsNotPublic_isRefusedAndNothingIsSent(String address) {
        assertThatThrownBy(() -> connect(ada, Settings.of("address", address)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining(address.substring(address.indexOf("//") + 2));

        assertThat(host.integration("net")).isEmpty();
        assertThat(network.sent).isEmpty();
    }

    @Test
    void connect_refused_saysWhichRuleAndWhatToDo() {
        assertThatThrownBy(() -> connect(ada, LOCAL))
                .hasMessageContaining("does not allow loopback addresses")
                .hasMessageContaining("ask the host to allow it");
    }

    @Test
    void edit_byAnActor_makesTheSettingsTheActors() {
        connect(host, LOCAL);
        read();

        assertThatThrownBy(() -> edit(ada, LOCAL.with("note", "x"))).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> ada.edit("net", LOCAL.with("note", "x"))).isInstanceOf(ConfigurationException.class);
        assertThat(read()).as("a refused edit changes nothing").isEqualTo("value");

        edit(ada, PUBLIC);
        seen.clear();
        read();
        assertThat(seen).isNotEmpty().containsOnly("https://8.8.8.8:8200 for an actor");
    }

    @Test
    void edit_byTheHost_makesTheSettingsTheHostsAgain() {
        connect(ada, PUBLIC);

        edit(host, LOCAL);

        assertThat(read()).isEqualTo("value");
    }

    @Test
    void reauthenticateAndScope_byAnActor_leaveTheSettingsTheHosts() {
        connect(host, LOCAL);

        ada.reauthenticate("net", Fixture.renewing("robot"));
        ada.setScope("net", IntegrationScope.everything());

        assertThat(read()).isEqualTo("value");
        assertThat(seen).containsOnly("https://127.0.0.1:8200 for the host");
    }

    @Test
    void reauthenticate_byTheHost_leavesTheSettingsTheActors() {
        connect(ada, PUBLIC);
        seen.clear();

        host.reauthenticate("net", Fixture.renewing("robot"));

        assertThat(seen).isNotEmpty().containsOnly("https://8.8.8.8:8200 for an actor");
    }

    @Test
    void connectAgain_byAnActorAfterADisconnect_isTheActors() {
        connect(host, LOCAL);
        host.disconnect("net");

        assertThatThrownBy(() -> connect(ada, LOCAL)).isInstanceOf(ConfigurationException.class);
        connect(host, LOCAL);
        assertThat(read()).isEqualTo("value");
    }

    @Test
    void policy_ofTheHost_mayOpenAndCloseWhatTheStandardDoesNot() {
        policy = endpoint ->
                endpoint.host().equals("8.8.8.8") ? EndpointDecision.refused("that one") : EndpointDecision.permitted();

        assertThatCode(() -> connect(ada, LOCAL)).doesNotThrowAnyException();
        assertThatThrownBy(() -> edit(host, PUBLIC)).hasMessageContaining("does not allow that one");
    }

    @Test
    @DisplayName("a policy that begins to refuse: nothing is sent any more, whatever session is there")
    void read_afterThePolicyBeganToRefuse_isMisconfigured() {
        connect(host, LOCAL);
        read();
        policy = EndpointPolicy.guarded();
        network.sent.clear();

        UnresolvedException failure = catchThrowableOfType(UnresolvedException.class, this::read);
        assertThat(failure.failures().get(0).reason()).contains(Reason.MISCONFIGURED);
        assertThat(failure).hasMessageContaining("loopback addresses");
        assertThat(network.sent).isEmpty();

        policy = EndpointPolicy.open();
        assertThat(read()).isEqualTo("value");
    }

    @Test
    void login_underAPolicyThatRefuses_isTriedOnceAndShownAsMisconfigured() {
        connect(host, LOCAL);
        policy = EndpointPolicy.guarded();
        seen.clear();

        assertThatThrownBy(this::read).isInstanceOf(UnresolvedException.class);

        assertThat(seen).hasSize(1);
        assertThat(network.sent).isEmpty();
        assertThat(host.integration("net").orElseThrow().state()).isEqualTo(IntegrationState.MISCONFIGURED);
    }

    @Test
    void value_inTheCache_isServedUnderAPolicyThatRefuses() {
        connect(host, LOCAL);
        read();
        policy = EndpointPolicy.guarded();

        assertThat(host.resolver().resolve(SECRET).revealText()).isEqualTo("value");
    }

    @Test
    void plainHttp_overANetwork_isToldOnceForEachConnect() {
        connect(host, PLAIN);
        read();
        read();
        assertThat(warnings()).singleElement().satisfies(event -> {
            assertThat(event.alias()).contains("net");
            assertThat(event.toString()).doesNotContain("10.0.0.1");
        });

        edit(host, PLAIN.with("note", "x"));
        read();
        assertThat(warnings()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://10.0.0.1", "http://127.0.0.1:8200", "http://[::1]:8200", "http://localhost:8200"})
    void plainHttp_thatStaysOnThisHostOrIsNone_isNothingToTell(String address) {
        connect(host, Settings.of("address", address));
        read();

        assertThat(warnings()).isEmpty();
    }

    @Test
    void plainHttp_thatIsRefused_isNothingToTell() {
        policy = EndpointPolicy.guarded();

        assertThatThrownBy(() -> connect(host, PLAIN)).hasMessageContaining("plain HTTP");
        assertThat(warnings()).isEmpty();
    }

    private List<VaultEvent> warnings() {
        return events.stream()
                .filter(event -> event.type() == VaultEvent.Type.PLAIN_HTTP)
                .toList();
    }
}
