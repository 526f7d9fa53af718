package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.ReadOnlyVault;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Connecting contacts nothing and reports every problem at once")
class ConnectTest {

    private final Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void connect_always_contactsNothing() {
        assertThat(fixture.vault.logins).hasValue(0);
        assertThat(fixture.manager.integration("team"))
                .contains(new VaultIntegration(
                        "team",
                        "fake",
                        Owner.team(),
                        Settings.empty(),
                        IntegrationScope.everything(),
                        AllowedDomains.any(),
                        IntegrationState.CONNECTED,
                        Reachability.UNKNOWN,
                        Optional.empty(),
                        1));
    }

    @Test
    void connect_toATakenAlias_isRefused() {
        assertThatThrownBy(() -> fixture.manager.connect("team", "fake", Settings.empty(), Fixture.renewing("x")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("taken");
    }

    @Test
    void connect_withAMalformedAlias_isRefused() {
        for (String alias : List.of("", "Team", "1team", "te am", "a".repeat(64))) {
            assertThatThrownBy(() -> fixture.manager.connect(alias, "fake", Settings.empty(), Fixture.renewing("x")))
                    .isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void connect_toAnUnknownType_namesTheArtifactToAdd() {
        try (IntegrationManager manager = IntegrationManager.builder().build()) {
            assertThatThrownBy(() -> manager.connect("x", "hashicorp", Settings.empty()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("io.claviger:claviger-provider-hashicorp");
        }
    }

    @Test
    void connect_withDiscoveryOff_saysSo() {
        assertThatThrownBy(() -> fixture.manager.connect("x", "hashicorp", Settings.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("discovery is switched off")
                .hasMessageContaining("[fake]");
    }

    @Test
    void connect_withoutCredentialsWhereTheyAreNeeded_isRefused() {
        try (IntegrationManager manager = IntegrationManager.builder()
                .discovery(false)
                .provider(new Demanding())
                .build()) {
            assertThatThrownBy(() -> manager.connect("x", "demanding", Settings.empty()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("asks for credentials")
                    .hasMessageContaining("Key");
        }
    }

    @Test
    void connect_byManyAtOnce_succeedsOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> results = IntStream.range(0, 64)
                    .mapToObj(i -> threads.submit(() -> {
                        try {
                            fixture.manager.connect("contested", "fake", Settings.empty(), Fixture.renewing("x"));
                            return true;
                        } catch (ConfigurationException e) {
                            return false;
                        }
                    }))
                    .toList();
            int successes = 0;
            for (Future<Boolean> result : results) {
                successes += result.get() ? 1 : 0;
            }
            assertThat(successes).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void build_withTwoProvidersOfOneType_namesBoth() {
        IntegrationManagerBuilder builder =
                IntegrationManager.builder().provider(new FakeVault()).provider(new FakeVault());
        assertThatThrownBy(builder::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("several providers of vault type fake");
    }

    @Test
    void build_withAProviderWithoutType_isRefused() {
        IntegrationManagerBuilder builder = IntegrationManager.builder().provider(new Untyped());
        assertThatThrownBy(builder::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("@VaultType");
    }

    @Test
    void connect_whenTheProviderThrowsSomethingStrange_showsNoTextOfIt() {
        for (VaultProvider broken : List.of(new Broken(true), new Broken(false))) {
            try (IntegrationManager manager = IntegrationManager.builder()
                    .discovery(false)
                    .provider(broken)
                    .build()) {
                assertThatThrownBy(() -> manager.connect("x", "broken", Settings.empty()))
                        .isInstanceOf(ClavigerException.class)
                        .hasMessageContaining("IllegalStateException")
                        .hasMessageNotContaining("canary");
            }
        }
    }

    @Test
    void twoManagers_inOneJvm_shareNothing() {
        try (Fixture other = new Fixture()) {
            other.linked("only_there", "x", "x");
            assertThat(fixture.manager.links()).isEmpty();
            other.manager.disconnect("team");
            assertThat(fixture.manager.integration("team").orElseThrow().state())
                    .isEqualTo(IntegrationState.CONNECTED);
        }
    }

    @VaultType("demanding")
    private static final class Demanding implements VaultProvider {
        @Override
        public ProviderDescriptor descriptor() {
            return ProviderDescriptor.of("Demanding vault")
                    .credentials(FakeVault.Key.class)
                    .build();
        }

        @Override
        public VaultClient open(Settings settings) {
            return new ReadOnlyVault().open(settings);
        }
    }

    @VaultType("broken")
    private record Broken(boolean inDescriptor) implements VaultProvider {
        @Override
        public ProviderDescriptor descriptor() {
            if (inDescriptor) {
                throw new IllegalStateException("canary");
            }
            return ProviderDescriptor.of("Broken vault").build();
        }

        @Override
        public VaultClient open(Settings settings) {
            throw new IllegalStateException("canary");
        }
    }

    private static final class Untyped implements VaultProvider {
        @Override
        public ProviderDescriptor descriptor() {
            return ProviderDescriptor.of("Untyped").build();
        }

        @Override
        public VaultClient open(Settings settings) {
            return new ReadOnlyVault().open(settings);
        }
    }
}
