package io.claviger;

import static io.claviger.support.People.ALIAS;
import static io.claviger.support.People.ANA;
import static io.claviger.support.People.BOB;
import static io.claviger.support.People.NAME;
import static io.claviger.support.People.PAUL;
import static io.claviger.support.People.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.People;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S2, S9: signing in one by one concerns nobody else's session")
class PersonalSignInTest {

    private final People people = new People();
    private final FakeVault vault = people.vault;

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void connect_withASessionForEachActor_contactsNothingAndAwaitsSignIns() {
        assertThat(vault.logins).hasValue(0);
        assertThat(people.state(ANA)).isEqualTo(IntegrationState.REAUTHENTICATION_REQUIRED);
        assertThat(people.manager.integration(ALIAS).orElseThrow().state())
                .isEqualTo(IntegrationState.REAUTHENTICATION_REQUIRED);
    }

    @Test
    void state_ofAnIntegration_isThatOfWhoeverAsks() {
        people.signIn(ANA);

        assertThat(people.state(ANA)).isEqualTo(IntegrationState.CONNECTED);
        assertThat(people.manager.as(ANA).integration(ALIAS).orElseThrow().reachability())
                .isEqualTo(Reachability.REACHABLE);
        assertThat(people.state(BOB)).isEqualTo(IntegrationState.REAUTHENTICATION_REQUIRED);
        assertThat(people.manager.integration(ALIAS).orElseThrow().state())
                .isEqualTo(IntegrationState.REAUTHENTICATION_REQUIRED);
        assertThat(people.manager.as(BOB).integrations())
                .filteredOn(integration -> integration.alias().equals(ALIAS))
                .extracting(VaultIntegration::state)
                .containsExactly(IntegrationState.REAUTHENTICATION_REQUIRED);
    }

    @Test
    void signInAgain_asTheSameIdentity_replacesOnesOwnSessionOnly() {
        people.signIn(ANA);
        people.signIn(BOB);
        assertThat(people.resolve(ANA)).isEqualTo("read 1");
        assertThat(people.resolve(BOB)).isEqualTo("read 2");

        people.signIn(ANA);

        assertThat(vault.revocations).hasValue(1);
        assertThat(vault.closes).hasValue(1); // the one of the team's integration
        assertThat(people.resolve(ANA)).isEqualTo("read 3");
        assertThat(people.resolve(BOB)).isEqualTo("read 2");
        assertThat(vault.logins).hasValue(3);
    }

    @Test
    void signInAgain_asAnotherIdentity_isRefusedAndItsSessionRevoked() {
        people.signIn(ANA);
        people.resolve(ANA);

        assertThatThrownBy(() -> people.manager.as(ANA).reauthenticate(ALIAS, Fixture.renewing("mallory")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("another identity")
                .hasMessageNotContaining("mallory");

        assertThat(vault.revocations).hasValue(1);
        assertThat(people.resolve(ANA)).isEqualTo("read 1");
    }

    @Test
    void signInAgain_asAnotherIdentityAfterTheSessionDied_isRefusedToo() {
        people.signInOnce(ANA);
        vault.beforeReply = () -> {
            throw VaultFailure.of(VaultFailure.Kind.SESSION_ENDED, "Expired.");
        };
        assertThat(people.manager.as(ANA).resolver().attempt(NAME).reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(people.state(ANA)).isEqualTo(IntegrationState.REAUTHENTICATION_REQUIRED);
        vault.beforeReply = () -> {};

        assertThatThrownBy(() -> people.manager.as(ANA).reauthenticate(ALIAS, Fixture.once("mallory")))
                .isInstanceOf(ConfigurationException.class);
        people.signInOnce(ANA);
        assertThat(people.resolve(ANA)).isEqualTo("read 2");
    }

    @Test
    void signIn_thatIsRefused_changesNothing() {
        people.signIn(ANA);
        people.resolve(ANA);
        refuseLogins();

        assertThatThrownBy(() -> people.signIn(ANA)).isInstanceOf(UnresolvedException.class);
        assertThatThrownBy(() -> people.signIn(BOB)).isInstanceOf(UnresolvedException.class);

        assertThat(people.resolve(ANA)).isEqualTo("read 1");
        assertThat(people.state(ANA)).isEqualTo(IntegrationState.CONNECTED);
        assertThat(vault.revocations).hasValue(0);
        assertThat(people.manager.as(BOB).resolver().attempt(NAME).detail()).contains("you have not signed in yet");
    }

    @Test
    void refusedCredentials_ofOneActor_doNotMakeAnotherWait() {
        people.signIn(ANA);
        people.signIn(BOB);
        vault.beforeReply = () -> {
            throw VaultFailure.of(VaultFailure.Kind.SESSION_ENDED, "Expired.");
        };
        refuseLogins();
        people.manager.as(ANA).resolver().attempt(NAME);
        assertThat(people.manager.as(ANA).resolver().attempt(NAME).retryAfter()).contains(Duration.ofSeconds(30));
        vault.beforeReply = () -> {};
        vault.beforeLogin = () -> {};

        assertThat(people.resolve(BOB)).startsWith("read");
        assertThat(people.state(BOB)).isEqualTo(IntegrationState.CONNECTED);
        assertThat(people.state(ANA)).isEqualTo(IntegrationState.REAUTHENTICATION_REQUIRED);
    }

    @Test
    void signIn_whileSomebodyDisconnects_leavesNoSessionBehind() {
        vault.beforeLogin = () -> people.manager.disconnect(ALIAS);
        int closes = vault.closes.get();

        assertThatThrownBy(() -> people.signIn(ANA))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("changed by somebody else");

        assertThat(vault.logins).hasValue(1);
        assertThat(vault.revocations).hasValue(1);
        assertThat(vault.closes).hasValue(closes + 1);
    }

    @Test
    void signIn_whileTheSameActorSignsIn_leavesOneSession() {
        boolean[] nested = {false};
        vault.beforeLogin = () -> {
            if (!nested[0]) {
                nested[0] = true;
                people.signIn(ANA);
            }
        };

        assertThatThrownBy(() -> people.signIn(ANA)).isInstanceOf(ConfigurationException.class);

        assertThat(vault.logins).hasValue(2);
        assertThat(vault.revocations).hasValue(1);
        assertThat(people.resolve(ANA)).isEqualTo("read 1");
    }

    @Test
    void signIn_byAMember_isPermittedOnWhatTheTeamAdministersToo() {
        try (People team = new People(new FakeVault(Administration.TEAM), builder -> builder)) {
            team.signIn(ANA);
            assertThat(team.resolve(ANA)).isEqualTo("read 1");
            assertThatThrownBy(() -> team.manager.as(ANA).disconnect(ALIAS)).isInstanceOf(AccessRefusedException.class);
        }
    }

    @Test
    void signIn_byAPartner_isRefusedAndContactsNothing() {
        assertThatThrownBy(() -> people.signIn(PAUL))
                .isInstanceOfSatisfying(AccessRefusedException.class, e -> assertThat(e.operation())
                        .isEqualTo(Operation.AUTHENTICATE));
        assertThat(vault.logins).hasValue(0);
    }

    @Test
    void edit_ofAPersonalIntegration_endsEverySignIn() {
        people.signIn(ANA);
        people.resolve(ANA);

        people.manager.edit(ALIAS, Settings.of("note", "hello"));

        assertThat(vault.revocations).hasValue(1);
        assertThat(people.manager.as(ANA).resolver().attempt(TOKEN).reason())
                .contains(Reason.REAUTHENTICATION_REQUIRED);
    }

    private void refuseLogins() {
        vault.beforeLogin = () -> {
            throw VaultFailure.of(VaultFailure.Kind.CREDENTIALS_REFUSED, "Wrong.");
        };
    }
}
