package io.claviger.tests.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Disconnection.Revocation;
import io.claviger.IntegrationManager;
import io.claviger.Link;
import io.claviger.Reason;
import io.claviger.SecretReference;
import io.claviger.Settings;
import io.claviger.tests.Waiting;
import io.claviger.testservers.OpenBao;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("server")
@DisplayName("S7: a hundred threads resolve while their vault is disconnected, and when it is connected again")
class DisconnectUnderLoadTest {

    private static final String ALIAS = "team-vault";
    private static final int THREADS = 100;
    private static final List<String> NAMES = List.of("one", "two", "three", "four");

    @RegisterExtension
    private final Canary canary = new Canary();

    private final OpenBao server = OpenBao.start();
    private final CountedHashicorp provider = new CountedHashicorp();
    private final IntegrationManager vaults =
            IntegrationManager.builder().provider(provider).build();
    private AppRoles logins;

    @BeforeEach
    void prepare() {
        logins = new AppRoles(server, canary);
        connect();
        for (String name : NAMES) {
            server.write("secret/data/app/" + name, "{\"data\":{\"value\":\"" + canary.text() + "\"}}");
            vaults.link(name, SecretReference.of(ALIAS, "secret", "app", name).withField("value"));
        }
    }

    @AfterEach
    void close() {
        vaults.close();
        server.close();
    }

    private void connect() {
        Settings settings = Settings.of("address", server.address().toString());
        vaults.connect(ALIAS, "hashicorp", settings, logins.renewing("app"));
    }

    private String value(int number) {
        vaults.resolver().resolve(NAMES.get(number % NAMES.size()));
        return "a value";
    }

    private void assertAll(Crowd.Era era, Object outcome) {
        for (int number = 0; number < THREADS; number++) {
            assertThat(era.of(number)).as("thread %d", number).containsOnlyKeys(outcome);
        }
    }

    @Test
    void disconnect_whileAllResolve_endsEverythingAndReconnectingRestoresIt() {
        Set<String> others = logins.accessors();
        List<Link> links = vaults.links();
        try (Crowd crowd = new Crowd(THREADS, this::value);
                // reads are under way all the time
                Crowd resetting = new Crowd(1, number -> resetting())) {
            assertAll(crowd.next().awaitEverybody(10), "a value");
            Set<String> session = logins.accessors();
            session.removeAll(others);
            assertThat(session).as("the session of all").hasSize(1);

            Revocation revocation = vaults.disconnect(ALIAS).revocation();
            Crowd.Era after = crowd.next();

            assertThat(revocation).isEqualTo(Revocation.REVOKED);
            assertThat(session).noneMatch(logins::lives);
            assertAll(after.awaitEverybody(10), Reason.DISCONNECTED);
            Waiting.until(() -> provider.closings().equals(List.of(1)));
            assertThat(logins.accessors()).as("no login came after it").isEqualTo(others);
            assertThat(vaults.links()).isEqualTo(links);

            connect();
            assertAll(crowd.next().awaitEverybody(10), "a value");
            assertThat(resetting.next()).isNotNull();
        }
        assertThat(provider.closings()).containsExactly(1, 0);
    }

    private String resetting() {
        vaults.cache().reset();
        return "reset";
    }

    @Test
    void disconnect_byManyAtOnceWhileAllResolve_closesTheClientOnce() {
        try (Crowd crowd = new Crowd(THREADS, this::value)) {
            assertAll(crowd.next().awaitEverybody(1), "a value");
            try (Crowd disconnecting = new Crowd(
                    4, number -> String.valueOf(vaults.disconnect(ALIAS).revocation()))) {
                disconnecting.next().awaitEverybody(2);
                assertAll(crowd.next().awaitEverybody(5), Reason.DISCONNECTED);
            }
            Waiting.until(() -> provider.closings().equals(List.of(1)));
        }
        assertThat(provider.closings()).containsExactly(1);
        assertThat(logins.accessors()).as("the root's token alone").hasSize(1);
    }

    @Test
    void disconnect_whileALoginIsUnderWay_leavesNoSessionBehind() {
        for (int i = 0; i < 10; i++) {
            int before = provider.logins();
            try (Crowd crowd = new Crowd(THREADS, this::value)) {
                Waiting.until(() -> provider.logins() > before);
                vaults.disconnect(ALIAS);
                assertAll(crowd.next().awaitEverybody(1), Reason.DISCONNECTED);
            }
            connect();
        }
        vaults.disconnect(ALIAS);
        Waiting.until(() -> provider.closings().stream().allMatch(closings -> closings == 1));
        Waiting.until(() -> logins.accessors().size() == 1);
    }
}
