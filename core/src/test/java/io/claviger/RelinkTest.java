package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Fixture;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "S6: several names are relinked in one step or none, from where they are expected, to what was verified first")
class RelinkTest {

    private static final SecretReference OLD_USER = SecretReference.of("team", "old-user");
    private static final SecretReference OLD_PASSWORD = SecretReference.of("team", "old-password");
    private static final SecretReference NEW_USER = SecretReference.of("team", "new-user");
    private static final SecretReference NEW_PASSWORD = SecretReference.of("team", "new-password");
    private static final LinkId USER = LinkId.of("user");
    private static final LinkId PASSWORD = LinkId.of("password");

    private final Fixture fixture =
            new Fixture().linked("user", "old-user", "old user").linked("password", "old-password", "old password");

    RelinkTest() {
        fixture.vault.put("new-user", "new user").put("new-password", "new password");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void relink_ofSeveral_changesAll() {
        List<Link> links =
                fixture.manager.relink(List.of(Relink.of(PASSWORD, NEW_PASSWORD), Relink.of(USER, NEW_USER)));

        assertThat(links).extracting(Link::name).containsExactly("password", "user");
        assertPointsTo(NEW_USER, NEW_PASSWORD);
        assertThat(both()).isEqualTo("new user/new password");
    }

    @Test
    void relink_fromAnotherReferenceThanExpected_changesNothing() {
        List<Relink> changes = List.of(
                Relink.of(USER, NEW_USER).expecting(OLD_USER),
                Relink.of(PASSWORD, NEW_PASSWORD).expecting(NEW_PASSWORD));

        assertThatThrownBy(() -> fixture.manager.relink(changes))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("password points elsewhere than expected");
        assertPointsTo(OLD_USER, OLD_PASSWORD);
        assertThat(both()).isEqualTo("old user/old password");
    }

    @Test
    void relink_fromTheExpectedReference_changesIt() {
        fixture.manager.relink(
                List.of(Relink.of(USER, NEW_USER).expecting(OLD_USER).verified()));
        assertPointsTo(NEW_USER, OLD_PASSWORD);
    }

    @Test
    void relink_ofOneThatIsNotLinked_changesNothing() {
        assertNothingChanges(Relink.of(LinkId.of("nobody"), NEW_PASSWORD));
        assertNothingChanges(Relink.of(USER.inEnvironment("staging"), NEW_PASSWORD));
        assertNothingChanges(Relink.of(USER.ownedBy(Owner.of(Actor.of("ana"))), NEW_PASSWORD));
    }

    @Test
    void relink_ofOneToWhatDoesNotFit_changesNothing() {
        assertNothingChanges(Relink.of(PASSWORD, SecretReference.of("team", "bad", "path")));
        assertNothingChanges(Relink.of(PASSWORD, SecretReference.of("nowhere", "path")));
    }

    private void assertNothingChanges(Relink wrong) {
        assertThatThrownBy(() -> fixture.manager.relink(List.of(Relink.of(USER, NEW_USER), wrong)))
                .isInstanceOf(ConfigurationException.class);
        assertPointsTo(OLD_USER, OLD_PASSWORD);
    }

    @Test
    void relink_verified_keepsTheOldLinksIfOneHasNoValue() {
        List<Relink> changes = List.of(
                Relink.of(USER, NEW_USER).verified(),
                Relink.of(PASSWORD, SecretReference.of("team", "missing")).verified());

        assertThatThrownBy(() -> fixture.manager.relink(changes))
                .isInstanceOfSatisfying(
                        UnresolvedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND))
                .hasMessageContaining("password")
                .hasMessageContaining("vault://team/missing");
        assertPointsTo(OLD_USER, OLD_PASSWORD);
        assertThat(both()).isEqualTo("old user/old password");
    }

    @Test
    void relink_verified_ofALinkAmongOthersOfItsName_saysWhichOneFailed() {
        LinkId staged = PASSWORD.inEnvironment("staging");
        fixture.manager.link(Link.of(staged, OLD_PASSWORD));
        Relink change = Relink.of(staged, SecretReference.of("team", "missing")).verified();

        assertThatThrownBy(() -> fixture.manager.relink(List.of(change)))
                .isInstanceOfSatisfying(UnresolvedException.class, e -> assertThat(e.failures())
                        .extracting(Resolution::subject)
                        .containsExactly(staged.toString()));
    }

    @Test
    void relink_byLinkId_changesThatLinkAlone() {
        LinkId staged = PASSWORD.inEnvironment("staging");
        fixture.manager.link(Link.of(staged, OLD_PASSWORD));

        assertThat(fixture.manager.relink(staged, NEW_PASSWORD).id()).isEqualTo(staged);

        assertThat(both()).isEqualTo("old user/old password");
        assertThat(fixture.secrets.inEnvironment("staging").resolve("password").revealText())
                .isEqualTo("new password");
    }

    @Test
    void relink_verified_readsTheNewTargetFirst() {
        fixture.manager.relink(List.of(Relink.of(USER, NEW_USER).verified(), Relink.of(PASSWORD, NEW_PASSWORD)));

        assertThat(fixture.vault.reads).containsExactly("new-user");
        assertPointsTo(NEW_USER, NEW_PASSWORD);
    }

    @Test
    void relink_verified_ofAFieldThatIsNotThere_keepsTheOldLink() {
        Relink change = Relink.of(USER, SecretReference.parse("vault://team/new-user#nothing"))
                .verified();
        assertThatThrownBy(() -> fixture.manager.relink(List.of(change)))
                .isInstanceOfSatisfying(
                        UnresolvedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FIELD_NOT_FOUND));
        assertPointsTo(OLD_USER, OLD_PASSWORD);
    }

    @Test
    void relink_verified_ofWhatGoesToCertainDomains_needsNoTarget() {
        fixture.manager.setAllowedDomains(USER, AllowedDomains.parse("example.com"));
        fixture.manager.setAllowedDomains("team", AllowedDomains.parse("example.com"));

        fixture.manager.relink(List.of(Relink.of(USER, NEW_USER).verified()));

        assertPointsTo(NEW_USER, OLD_PASSWORD);
        assertThat(fixture.secrets.attempt("user").reason()).contains(Reason.DOMAIN_NOT_ALLOWED);
    }

    @Test
    void relink_verified_outOfScope_keepsTheOldLinkAndAsksNoVault() {
        fixture.manager.setScope("team", IntegrationScope.of("old-*"));

        assertThatThrownBy(() ->
                        fixture.manager.relink(List.of(Relink.of(USER, NEW_USER).verified())))
                .isInstanceOfSatisfying(
                        UnresolvedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.OUT_OF_SCOPE));
        assertPointsTo(OLD_USER, OLD_PASSWORD);
        assertThat(fixture.vault.reads).isEmpty();
    }

    @Test
    void relink_ofNothingOrOfOneLinkTwice_isRefused() {
        assertThatThrownBy(() -> fixture.manager.relink(List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nothing to relink");
        assertThatThrownBy(
                        () -> fixture.manager.relink(List.of(Relink.of(USER, NEW_USER), Relink.of(USER, NEW_PASSWORD))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("user is relinked twice");
        assertPointsTo(OLD_USER, OLD_PASSWORD);
    }

    @Test
    void relink_toWhereItPoints_readsItAgain() {
        assertThat(both()).isEqualTo("old user/old password");
        fixture.vault.put("old-user", "changed user");

        fixture.manager.relink(List.of(Relink.of(USER, OLD_USER)));

        assertThat(both()).isEqualTo("changed user/old password");
    }

    private void assertPointsTo(SecretReference user, SecretReference password) {
        assertThat(fixture.manager.links()).extracting(Link::reference).containsExactly(password, user);
    }

    private String both() {
        return fixture.secrets.render("{{vault:user}}/{{vault:password}}").revealText();
    }
}
