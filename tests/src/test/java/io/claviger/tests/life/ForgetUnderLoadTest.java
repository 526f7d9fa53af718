package io.claviger.tests.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Actor;
import io.claviger.CredentialSource;
import io.claviger.Departure;
import io.claviger.Disconnection;
import io.claviger.Disconnection.Revocation;
import io.claviger.IntegrationManager;
import io.claviger.Link;
import io.claviger.Owner;
import io.claviger.Reason;
import io.claviger.Role;
import io.claviger.SecretReference;
import io.claviger.Settings;
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
@DisplayName(
        "S12: two people resolve in a hundred threads, each in a session of their own, while one of them is forgotten")
class ForgetUnderLoadTest {

    private static final String ALIAS = "team-vault";
    private static final int THREADS = 100;
    private static final Actor DAN = Actor.of("dan");
    private static final Actor EVE = Actor.of("eve");

    @RegisterExtension
    private final Canary canary = new Canary();

    private final OpenBao server = OpenBao.start();
    private final CountedHashicorp provider = new CountedHashicorp();
    // the leaver keeps his role: what ends his reads is that he is forgotten
    private final IntegrationManager vaults = IntegrationManager.builder()
            .provider(provider)
            .roles(actor -> Set.of(Role.MEMBER))
            .build();
    private AppRoles logins;

    @BeforeEach
    void prepare() {
        logins = new AppRoles(server, canary);
        server.write(
                "secret/data/app/db",
                "{\"data\":{\"user\":\"" + canary.text() + "\",\"password\":\"" + canary.text() + "\"}}");
        Settings settings = Settings.of("address", server.address().toString());
        vaults.connect(ALIAS, "hashicorp", settings, CredentialSource.perActor());
        vaults.link("user", reference("user"));
        vaults.link(Link.of("password", reference("password")).ownedBy(Owner.of(DAN)));
        vaults.link(Link.of("password", reference("password")).ownedBy(Owner.of(EVE)));
    }

    private static SecretReference reference(String field) {
        return SecretReference.of(ALIAS, "secret", "app", "db").withField(field);
    }

    @AfterEach
    void close() {
        vaults.close();
        server.close();
    }

    /** Signs somebody in; returns the accessor of their token. */
    private String signIn(Actor who) {
        Set<String> others = logins.accessors();
        vaults.as(who).reauthenticate(ALIAS, logins.renewing(who.id()));
        Set<String> mine = logins.accessors();
        mine.removeAll(others);
        assertThat(mine).as("the session of %s", who).hasSize(1);
        return mine.iterator().next();
    }

    private static Actor who(int number) {
        return number % 2 == 0 ? DAN : EVE;
    }

    private String value(int number) {
        vaults.as(who(number)).resolver().resolve(number % 4 < 2 ? "user" : "password");
        return "a value";
    }

    private static void assertAll(Crowd.Era era, Object ofDan, Object ofEve) {
        for (int number = 0; number < THREADS; number++) {
            Object expected = who(number).equals(DAN) ? ofDan : ofEve;
            assertThat(era.of(number))
                    .as("thread %d of %s", number, who(number))
                    .containsOnlyKeys(expected);
        }
    }

    @Test
    void forget_whileAllResolve_endsTheLeaversSessionAndNobodyElses() {
        String dans = signIn(DAN);
        String eves = signIn(EVE);
        List<Link> links = vaults.links();
        try (Crowd crowd = new Crowd(THREADS, this::value);
                Crowd resetting = new Crowd(1, number -> resetting())) {
            Crowd.Era before = crowd.next().awaitEverybody(10);
            assertAll(before, "a value", "a value");

            Departure departure = vaults.forget(DAN);
            Crowd.Era after = crowd.next();

            assertThat(departure.ended()).containsExactly(new Disconnection(ALIAS, Revocation.REVOKED));
            assertThat(departure.links()).extracting(Link::name).containsExactly("password");
            assertThat(logins.lives(dans)).as("the leaver's session").isFalse();
            assertThat(logins.lives(eves)).as("another's session").isTrue();
            assertAll(after.awaitEverybody(10), Reason.REAUTHENTICATION_REQUIRED, "a value");
            assertThat(before.of(1)).as("others, when it happened").containsOnlyKeys("a value");
            assertThat(vaults.links()).isEqualTo(links);

            signIn(DAN);
            assertAll(crowd.next().awaitEverybody(10), "a value", "a value");
            assertThat(resetting.next()).isNotNull();
        }
        assertThat(provider.closings()).as("others read through the client").containsExactly(0);
        vaults.close();
        assertThat(provider.closings()).containsExactly(1);
        assertThat(logins.accessors()).as("the root's token alone").hasSize(1);
    }

    private String resetting() {
        vaults.cache().reset();
        return "reset";
    }

    @Test
    void disconnect_ofAll_endsEverybodysSessions() {
        List<String> sessions = List.of(signIn(DAN), signIn(EVE));
        try (Crowd crowd = new Crowd(THREADS, this::value)) {
            crowd.next().awaitEverybody(2);

            assertThat(vaults.disconnect(ALIAS)).isEqualTo(new Disconnection(ALIAS, Revocation.REVOKED));
            Crowd.Era after = crowd.next();

            assertThat(sessions).noneMatch(logins::lives);
            assertAll(after.awaitEverybody(5), Reason.DISCONNECTED, Reason.DISCONNECTED);
        }
    }
}
