package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The table of roles: who may do what")
class AccessTest {

    private static final Actor ADMIN = Actor.of("ada");
    private static final Actor MEMBER = Actor.of("max");
    private static final Actor OTHER_MEMBER = Actor.of("mia");
    private static final Actor PARTNER = Actor.of("paul");
    private static final Actor STRANGER = Actor.of("stan");

    private final Map<Actor, Set<Role>> roles = new ConcurrentHashMap<>(Map.of(
            ADMIN, Set.of(Role.ADMIN),
            MEMBER, Set.of(Role.MEMBER),
            OTHER_MEMBER, Set.of(Role.MEMBER),
            PARTNER, Set.of(Role.PARTNER)));

    private Fixture fixture(Administration administration) {
        return new Fixture(
                new FakeVault(administration),
                builder -> builder.roles(actor -> roles.getOrDefault(actor, EnumSet.noneOf(Role.class))));
    }

    @Nested
    @DisplayName("a vault that the team administers, as HashiCorp is")
    class TeamVault {

        private final Fixture fixture = fixture(Administration.TEAM).linked("token", "token", "value");

        @AfterEach
        void close() {
            fixture.close();
        }

        @Test
        void disconnect_byAMember_isRefusedAndNamesTheRoles() {
            assertThatThrownBy(() -> as(MEMBER).disconnect("team"))
                    .isInstanceOfSatisfying(AccessRefusedException.class, e -> {
                        assertThat(e.operation()).isEqualTo(Operation.DISCONNECT);
                        assertThat(e.rolesNeeded()).containsExactlyInAnyOrder(Role.ADMIN, Role.SUPER_ADMIN);
                    })
                    .hasMessage("Refused: you may not disconnect an integration."
                            + " It needs the role SUPER_ADMIN or ADMIN.");
            assertThat(fixture.resolve("token")).isEqualTo("value");
        }

        @Test
        void everyAdministration_byAMember_isRefused() {
            assertRefused(
                    () -> as(MEMBER).connect("mine", "fake", Settings.empty(), Fixture.renewing("max")),
                    () -> as(MEMBER).edit("team", Settings.of("note", "x")),
                    () -> as(MEMBER).edit("team", Settings.of("note", "x"), Fixture.renewing("max")),
                    () -> as(MEMBER).reauthenticate("team", Fixture.renewing("max")));
            assertThat(fixture.vault.logins).hasValue(0);
        }

        @Test
        void everyAdministration_byAnAdministrator_isPermitted() {
            for (Role role : Set.of(Role.ADMIN, Role.SUPER_ADMIN)) {
                roles.put(ADMIN, Set.of(role));
                as(ADMIN).edit("team", Settings.of("note", role.name()));
                as(ADMIN).disconnect("team");
                VaultIntegration connected =
                        as(ADMIN).connect("team", "fake", Settings.empty(), Fixture.renewing("ada"));
                assertThat(connected.owner()).isEqualTo(Owner.team());
            }
        }

        @Test
        void resolveAndLink_byAMember_arePermitted() {
            IntegrationManager manager = as(MEMBER);
            fixture.vault.put("other", "other value");
            manager.link("other", SecretReference.of("team", "other"));
            assertThat(manager.resolver().resolve("other").revealText()).isEqualTo("other value");
            assertThat(manager.resolver()
                            .resolve(SecretReference.of("team", "token"))
                            .revealText())
                    .isEqualTo("value");
            manager.relink("other", SecretReference.of("team", "token"));
            manager.cache().resetName("other");
            manager.cache().setExpiration(Duration.ofMinutes(5));
        }

        @Test
        void everything_byAPartnerOrAStranger_isRefused() {
            for (Actor outsider : Set.of(PARTNER, STRANGER)) {
                IntegrationManager manager = as(outsider);
                assertRefused(
                        () -> manager.resolver().resolve("token"),
                        () -> manager.resolver().attempt("token"),
                        () -> manager.resolver().attempt("nobody"),
                        () -> manager.resolver().resolveAll(Set.of("token")),
                        () -> manager.resolver().snapshot("token"),
                        () -> manager.resolver().render("{{vault:token}}"),
                        () -> manager.resolver().render("{{vault://team/token}}"),
                        () -> manager.resolver().resolve(SecretReference.of("team", "token")),
                        () -> manager.resolver().bind("token").get(),
                        () -> manager.link("x", SecretReference.of("team", "token")),
                        () -> manager.relink("token", SecretReference.of("team", "x")),
                        () -> manager.unlink("token"),
                        () -> manager.setEnabled("token", false),
                        () -> manager.set("token", SecretValue.ofText("x")),
                        () -> manager.unset("token"),
                        () -> manager.unset("nobody"),
                        manager::links,
                        manager::integrations,
                        () -> manager.integration("team"),
                        () -> manager.reference("vault://team/token"),
                        () -> manager.disconnect("team"),
                        () -> manager.disconnect("nobody"),
                        () -> manager.connect("x", "fake", Settings.empty(), Fixture.renewing("x")),
                        () -> manager.cache().reset(),
                        () -> manager.cache().resetIntegration("team"),
                        () -> manager.cache().resetName("token"),
                        () -> manager.cache().setExpiration(Duration.ofMinutes(5)),
                        () -> manager.cache().expiration(),
                        () -> manager.cache().statistics());
            }
            assertThat(fixture.vault.reads).isEmpty();
        }

        @Test
        void role_lostWhileAHandleIsWarm_endsItAtOnce() {
            SecretHandle handle = as(MEMBER).resolver().bind("token");
            assertThat(handle.get().revealText()).isEqualTo("value");

            roles.put(MEMBER, Set.of());

            assertRefused(handle::get);
        }

        @Test
        void roleSource_thatThrows_givesNoRole() {
            try (Fixture broken = new Fixture(
                            new FakeVault(),
                            builder -> builder.roles(actor -> {
                                throw new IllegalStateException("directory is down");
                            }))
                    .linked("token", "token", "value")) {
                assertRefused(() -> broken.manager.as(ADMIN).resolver().resolve("token"));
            }
        }

        @Test
        void accessPolicy_thatThrows_refuses() {
            try (Fixture broken = new Fixture(new FakeVault(), builder -> builder.roles(actor -> Set.of(Role.ADMIN))
                            .accessPolicy(request -> {
                                throw new IllegalStateException("rules are broken");
                            }))
                    .linked("token", "token", "value")) {
                assertRefused(() -> broken.manager.as(ADMIN).resolver().resolve("token"));
            }
        }

        @Test
        void as_onTheViewOfAnActor_givesNoOtherActor() {
            assertThatThrownBy(() -> as(MEMBER).as(ADMIN))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cannot act for another");
            assertThat(as(MEMBER).as(MEMBER).resolver().resolve("token").revealText())
                    .isEqualTo("value");
        }

        @Test
        void close_ofAView_leavesTheManagerOpen() {
            as(MEMBER).close();
            assertThat(fixture.resolve("token")).isEqualTo("value");
        }

        private IntegrationManager as(Actor actor) {
            return fixture.manager.as(actor);
        }
    }

    @Nested
    @DisplayName("a vault that each user administers")
    class PersonalVault {

        private final Fixture fixture = fixture(Administration.USER);

        PersonalVault() {
            fixture.vault.put("token", "value");
            as(MEMBER).connect("maxs-vault", "fake", Settings.empty(), Fixture.renewing("max"));
        }

        @AfterEach
        void close() {
            fixture.close();
        }

        @Test
        void integration_connectedByAMember_isTheirOwn() {
            assertThat(fixture.manager.integration("maxs-vault").orElseThrow().owner())
                    .isEqualTo(Owner.of(MEMBER));
            as(MEMBER).edit("maxs-vault", Settings.of("note", "x"));
            as(MEMBER).disconnect("maxs-vault");
        }

        @Test
        void integration_ofAnotherMember_isNeitherReadNorAdministered() {
            assertRefused(
                    () -> as(OTHER_MEMBER).resolver().resolve(SecretReference.of("maxs-vault", "token")),
                    () -> as(OTHER_MEMBER).link("x", SecretReference.of("maxs-vault", "token")),
                    () -> as(OTHER_MEMBER).disconnect("maxs-vault"),
                    () -> as(OTHER_MEMBER).edit("maxs-vault", Settings.of("note", "x")));
            assertThat(fixture.vault.reads).isEmpty();
        }

        @Test
        void integration_ofAMember_isAdministeredAndNotReadByAnAdministrator() {
            assertRefused(() -> as(ADMIN).resolver().resolve(SecretReference.of("maxs-vault", "token")));
            as(ADMIN).disconnect("maxs-vault");
        }

        @Test
        void name_linkedToAPersonalIntegration_isReadByItsOwnerAlone() {
            as(MEMBER).link("maxs_token", SecretReference.of("maxs-vault", "token"));

            assertThat(as(MEMBER).resolver().resolve("maxs_token").revealText()).isEqualTo("value");
            assertRefused(
                    () -> as(OTHER_MEMBER).resolver().resolve("maxs_token"),
                    () -> as(OTHER_MEMBER).resolver().bind("maxs_token").get(),
                    () -> as(OTHER_MEMBER).resolver().render("{{vault:maxs_token}}"),
                    () -> as(ADMIN).resolver().resolve("maxs_token"));
        }

        @Test
        void integration_ofAMember_isSeenByItsOwnerAndAdministrators() {
            assertThat(as(MEMBER).integration("maxs-vault")).isPresent();
            assertThat(as(ADMIN).integration("maxs-vault")).isPresent();
            assertThat(as(OTHER_MEMBER).integration("maxs-vault")).isEmpty();
            assertThat(as(OTHER_MEMBER).integrations())
                    .extracting(VaultIntegration::alias)
                    .containsExactly("team");
        }

        @Test
        void alias_ofADisconnectedPersonalIntegration_isNotTakenOverByAnother() {
            as(MEMBER).disconnect("maxs-vault");
            assertRefused(
                    () -> as(OTHER_MEMBER).connect("maxs-vault", "fake", Settings.empty(), Fixture.renewing("mia")));
        }

        @Test
        void settingOfTheHost_givenByAnActor_isRefused() {
            Settings hostOnly = Settings.of("file", "/etc/secrets");
            for (Actor actor : Set.of(MEMBER, ADMIN)) {
                assertThatThrownBy(() -> as(actor).connect("new", "fake", hostOnly, Fixture.renewing("x")))
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("The setting file can be set by the host application only.");
                assertThatThrownBy(() -> as(actor).edit("maxs-vault", hostOnly, Fixture.renewing("x")))
                        .isInstanceOf(ConfigurationException.class);
            }
            fixture.manager.edit("maxs-vault", hostOnly, Fixture.renewing("max"));
            as(MEMBER).edit("maxs-vault", hostOnly.with("note", "kept by the host"));
        }

        private IntegrationManager as(Actor actor) {
            return fixture.manager.as(actor);
        }
    }

    private static void assertRefused(ThrowingCallable... attempts) {
        for (ThrowingCallable attempt : attempts) {
            assertThatThrownBy(attempt).isInstanceOf(AccessRefusedException.class);
        }
    }
}
