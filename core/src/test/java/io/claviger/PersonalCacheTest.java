package io.claviger;

import static io.claviger.support.People.ALIAS;
import static io.claviger.support.People.ANA;
import static io.claviger.support.People.BOB;
import static io.claviger.support.People.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.Disconnection.Revocation;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.People;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "S9, C4, C5, C11, C12: what was read in a personal session is cached, reset, relinked and bounded as anything else")
class PersonalCacheTest {

    private final People people = new People();
    private final FakeVault vault = people.vault;

    PersonalCacheTest() {
        people.signIn(ANA);
        people.signIn(BOB);
    }

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void handle_ofAPersonalIntegration_readsUpstreamOnce() {
        SecretHandle anas = people.manager.as(ANA).resolver().bind(NAME);
        SecretHandle bobs = people.manager.as(BOB).resolver().bind(NAME);
        for (int i = 0; i < 5; i++) {
            assertThat(anas.get().revealText()).isEqualTo("read 1");
            assertThat(bobs.get().revealText()).isEqualTo("read 2");
        }
        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void handle_ofAPersonalIntegration_isWarmAfterItsFirstRead() {
        SecretHandle handle = people.manager.as(ANA).resolver().bind(NAME);
        SecretValue first = handle.get();
        long hits = people.manager.cache().statistics().hits();

        // a warm read passes no lookup that would be counted
        assertThat(handle.get()).isSameAs(first);
        assertThat(people.manager.cache().statistics().hits()).isEqualTo(hits);
    }

    @Test
    void handle_afterARelink_givesTheOtherSecret() {
        vault.put("other", "other value");
        SecretHandle handle = people.manager.as(ANA).resolver().bind(NAME);
        handle.get();

        people.manager.relink(NAME, SecretReference.of(ALIAS, "other"));

        assertThat(handle.get().revealText()).isEqualTo("other value");
    }

    @Test
    void handle_ofADisabledName_givesNothing() {
        SecretHandle handle = people.manager.as(ANA).resolver().bind(NAME);
        handle.get();

        people.manager.setEnabled(NAME, false);
        assertUnresolved(handle, Reason.LINK_DISABLED);

        people.manager.setEnabled(NAME, true);
        assertThat(handle.get().revealText()).startsWith("read");
    }

    @Test
    void handle_ofAnUnlinkedName_givesNothing() {
        SecretHandle handle = people.manager.as(ANA).resolver().bind(NAME);
        handle.get();

        people.manager.unlink(NAME);

        assertUnresolved(handle, Reason.NOT_LINKED);
    }

    @Test
    void handle_afterTheSessionEnded_givesNothingOfIt() {
        vault.sessionLifetime = Optional.of(Duration.ofMinutes(15));
        people.signInOnce(ANA);
        SecretHandle handle = people.manager.as(ANA).resolver().bind(NAME);
        handle.get();

        people.time.advance(Duration.ofMinutes(15));

        assertUnresolved(handle, Reason.REAUTHENTICATION_REQUIRED);
    }

    @Test
    void handle_afterANewSignIn_readsInTheNewSession() {
        SecretHandle handle = people.manager.as(ANA).resolver().bind(NAME);
        assertThat(handle.get().revealText()).isEqualTo("read 1");

        people.signIn(ANA);

        assertThat(handle.get().revealText()).isEqualTo("read 2");
    }

    @Test
    void reset_ofEachKind_reachesEverySession() {
        Runnable[] resets = {
            () -> people.manager.cache().reset(),
            () -> people.manager.cache().resetIntegration(ALIAS),
            () -> people.manager.cache().resetName(NAME),
            () -> people.manager.relink(NAME, People.TOKEN),
        };
        for (Runnable reset : resets) {
            String anas = people.resolve(ANA);
            String bobs = people.resolve(BOB);
            reset.run();
            assertThat(people.resolve(ANA)).isNotEqualTo(anas);
            assertThat(people.resolve(BOB)).isNotEqualTo(bobs);
        }
        assertThat(vault.logins).hasValue(2);
    }

    @Test
    void disconnect_ofAPersonalIntegration_revokesEverySessionAndDropsEveryValue() {
        SecretHandle handle = people.manager.as(ANA).resolver().bind(NAME);
        handle.get();
        people.resolve(BOB);

        assertThat(people.manager.disconnect(ALIAS).revocation()).isEqualTo(Revocation.REVOKED);

        assertThat(vault.revocations).hasValue(2);
        assertUnresolved(handle, Reason.DISCONNECTED);
        assertThat(people.state(BOB)).isEqualTo(IntegrationState.DISCONNECTED);
        people.manager.connect(ALIAS, "fake", Settings.empty(), CredentialSource.perActor());
        assertUnresolved(handle, Reason.REAUTHENTICATION_REQUIRED);
    }

    @Test
    void connectAgain_withASharedSession_servesNobodyWhatOneHadRead() {
        assertThat(people.resolve(ANA)).isEqualTo("read 1");

        people.manager.edit(ALIAS, Settings.empty(), Fixture.renewing("robot"));

        assertThat(people.resolve(ANA)).isEqualTo("read 2");
        assertThat(people.resolve(BOB)).isEqualTo("read 2");
        people.manager.edit(ALIAS, Settings.empty(), CredentialSource.perActor());
        people.signIn(BOB);
        assertThat(people.resolve(BOB)).isEqualTo("read 3");
        assertThat(people.manager.as(ANA).resolver().attempt(NAME).resolved()).isFalse();
    }

    @Test
    void share_ofTheCache_isThatOfTheActorWhoReads() {
        try (People few = new People(
                new FakeVault(),
                builder -> builder.cachePolicy(CachePolicy.standard().withMaximumSecrets(100)))) {
            SecretResolver anas = few.signIn(ANA).resolver();
            few.signIn(BOB);
            few.resolve(BOB);
            for (int i = 0; i < 500; i++) {
                few.unlike("path" + i);
                anas.resolve(SecretReference.of(ALIAS, "path" + i));
            }
            assertThat(few.manager.cache().statistics().size()).isBetween(2L, 11L);
            int reads = few.vault.reads.size();

            few.resolve(BOB);

            assertThat(few.vault.reads).hasSize(reads);
        }
    }

    private static void assertUnresolved(SecretHandle handle, Reason reason) {
        assertThatThrownBy(handle::get).isInstanceOfSatisfying(UnresolvedException.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }

    @Test
    @DisplayName("S9: what the host reads in a session of its own is no actor's to see, not even where it is")
    void contents_ofTheHostsOwnSession_areShownToNoActor() {
        people.manager.reauthenticate(People.ALIAS, Fixture.renewing("host"));
        people.manager.resolver().resolve(People.NAME);
        people.signIn(People.ANA);

        assertThat(people.manager.as(People.ANA).cache().contents()).isEmpty();
        assertThat(people.manager.cache().contents()).hasSize(1);
    }
}
