package io.claviger.provider.hashicorp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.Endpoint;
import io.claviger.EndpointDecision;
import io.claviger.EndpointPolicy;
import io.claviger.IntegrationManager;
import io.claviger.Reason;
import io.claviger.Resolution;
import io.claviger.Role;
import io.claviger.SecretReference;
import io.claviger.Settings;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "Design §11: the endpoint policy sees origin and address of each request, and without its yes nothing is sent")
class EndpointTest {

    private static final SecretReference SECRET = SecretReference.parse("vault://team/kv/a#k");

    private final VaultStub stub = new VaultStub();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile EndpointPolicy policy = EndpointPolicy.standard();
    private final IntegrationManager host = IntegrationManager.builder()
            .discovery(false)
            .provider(new HashicorpProvider())
            .roles(actor -> Set.of(Role.ADMIN))
            .endpointPolicy(this::decide)
            .build();

    @AfterEach
    void close() {
        host.close();
        stub.close();
    }

    private EndpointDecision decide(Endpoint endpoint) {
        seen.add(endpoint.toString());
        return policy.decide(endpoint);
    }

    private void connect(IntegrationManager who, String address) {
        who.connect(
                "team",
                "hashicorp",
                Settings.of("address", address),
                CredentialSource.renewing(() -> HashicorpCredentials.token("c4n4ry-token")));
    }

    private Resolution read() {
        host.cache().reset();
        return host.resolver().attempt(SECRET);
    }

    @Test
    void connect_byTheHost_reachesItsOwnNetwork() {
        connect(host, stub.address().toString());

        assertThat(read().value().orElseThrow().revealText()).isEqualTo("v");
    }

    @Test
    void connect_byAnActor_isRefusedAndNothingIsSent() {
        IntegrationManager ada = host.as(Actor.of("ada"));

        assertThatThrownBy(() -> connect(ada, stub.address().toString()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("does not allow plain HTTP");
        assertThat(stub.paths()).isEmpty();
    }

    @Test
    void policy_ofTheHost_isAskedBeforeEachRequest() {
        String origin = "http://localhost:" + stub.address().getPort();
        connect(host, origin);
        assertThat(seen).containsExactly(origin);

        read();
        int requests = stub.paths().size();
        assertThat(requests).isPositive();
        assertThat(seen).filteredOn(origin::equals).hasSize(1 + requests);
        assertThat(seen)
                .filteredOn((origin + " at 127.0.0.1")::equals)
                .as("the address, for each request")
                .hasSize(requests);
    }

    @Test
    @DisplayName("a connection that is open already carries nothing once the policy refuses")
    void read_afterThePolicyBeganToRefuse_sendsNothing() {
        connect(host, stub.address().toString());
        read();
        int before = stub.paths().size();
        policy = EndpointPolicy.guarded();

        Resolution refused = read();

        assertThat(refused.reason()).contains(Reason.MISCONFIGURED);
        assertThat(refused.detail()).contains("does not allow plain HTTP").doesNotContain("127.0.0.1");
        assertThat(stub.paths()).hasSize(before);
        policy = EndpointPolicy.open();
        assertThat(read().value()).isPresent();
    }

    @Test
    void disconnect_underAPolicyThatRefuses_sendsNothingAndSucceeds() {
        connect(host, stub.address().toString());
        read();
        int before = stub.paths().size();
        policy = EndpointPolicy.guarded();

        host.disconnect("team");

        assertThat(stub.paths()).hasSize(before);
    }
}
