package io.claviger.tests.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Actor;
import io.claviger.CredentialSource;
import io.claviger.Disconnection;
import io.claviger.Disconnection.Revocation;
import io.claviger.IntegrationManager;
import io.claviger.Reason;
import io.claviger.Role;
import io.claviger.SecretReference;
import io.claviger.Settings;
import io.claviger.event.VaultEvent;
import io.claviger.tests.Waiting;
import io.claviger.testservers.OpenBao;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("server")
@DisplayName("S7: a vault that cannot be reached is disconnected within the time-out, and what was not revoked is told")
class UnreachableDisconnectTest {

    private static final String ALIAS = "team-vault";
    private static final int THREADS = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    // on a machine that is busy with other things
    private static final Duration SLACK = Duration.ofSeconds(10);
    private static final Actor DAN = Actor.of("dan");

    @RegisterExtension
    private final Canary canary = new Canary();

    private final OpenBao server = OpenBao.start();
    private final CountedHashicorp provider = new CountedHashicorp();
    private final List<VaultEvent> events = new CopyOnWriteArrayList<>();
    private final IntegrationManager vaults = IntegrationManager.builder()
            .provider(provider)
            .roles(actor -> Set.of(Role.MEMBER))
            .listener(events::add)
            .timeout(TIMEOUT)
            .build();
    private AppRoles logins;

    @BeforeEach
    void prepare() {
        logins = new AppRoles(server, canary);
        server.write("secret/data/app/db", "{\"data\":{\"password\":\"" + canary.text() + "\"}}");
    }

    private void connect(CredentialSource source) {
        Settings settings = Settings.of("address", server.address().toString());
        vaults.connect(ALIAS, "hashicorp", settings, source);
        vaults.link(
                "db_password", SecretReference.of(ALIAS, "secret", "app", "db").withField("password"));
    }

    @AfterEach
    void close() {
        vaults.close();
        server.close();
    }

    private String value(int number) {
        vaults.resolver().resolve("db_password");
        return "a value";
    }

    private void assertFailedRevocationIsTold() {
        Waiting.until(() -> events.stream().anyMatch(event -> event.type() == VaultEvent.Type.REVOCATION));
        assertThat(events)
                .filteredOn(event -> event.type() == VaultEvent.Type.REVOCATION)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.outcome()).isEqualTo(VaultEvent.Outcome.FAILED);
                    assertThat(event.alias()).contains(ALIAS);
                });
    }

    private void assertAllDisconnected(Crowd.Era era) {
        for (int number = 0; number < THREADS; number++) {
            assertThat(era.of(number)).as("thread %d", number).containsOnlyKeys(Reason.DISCONNECTED);
        }
    }

    @Test
    void disconnect_ofAStoppedServer_succeedsAndTells() {
        connect(logins.renewing("app"));
        try (Crowd crowd = new Crowd(THREADS, this::value)) {
            crowd.next().awaitEverybody(1);
            server.close();

            assertDisconnectedInTime();
            assertAllDisconnected(crowd.next().awaitEverybody(5));
        }
        assertFailedRevocationIsTold();
        Waiting.until(() -> provider.closings().equals(List.of(1)));
    }

    @Test
    void disconnect_ofAServerThatHangs_succeedsInTimeWhileReadsAreUnderWay() {
        connect(logins.renewing("app"));
        try (Crowd crowd = new Crowd(THREADS, this::value)) {
            crowd.next().awaitEverybody(1);
            server.freeze();
            vaults.cache().reset();

            assertDisconnectedInTime();
            assertAllDisconnected(crowd.next().awaitEverybody(5));
        }
        assertFailedRevocationIsTold();
        server.thaw();
        Waiting.until(() -> provider.closings().equals(List.of(1)));
    }

    private void assertDisconnectedInTime() {
        long start = System.nanoTime();
        Disconnection disconnection = vaults.disconnect(ALIAS);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.plus(SLACK));
        assertThat(disconnection).isEqualTo(new Disconnection(ALIAS, Revocation.FAILED));
    }

    @Test
    void forget_withAServerThatHangs_succeedsInTimeAndTells() {
        connect(CredentialSource.perActor());
        vaults.as(DAN).reauthenticate(ALIAS, logins.renewing("dan"));
        vaults.as(DAN).resolver().resolve("db_password");
        server.freeze();

        long start = System.nanoTime();
        List<Disconnection> ended = vaults.forget(DAN).ended();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.plus(SLACK));
        assertThat(ended).containsExactly(new Disconnection(ALIAS, Revocation.FAILED));
        assertThat(vaults.as(DAN).resolver().attempt("db_password").reason())
                .contains(Reason.REAUTHENTICATION_REQUIRED);
        assertFailedRevocationIsTold();
        server.thaw();
    }
}
