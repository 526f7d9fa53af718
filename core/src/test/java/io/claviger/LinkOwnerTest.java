package io.claviger;

import static io.claviger.support.Office.ADA;
import static io.claviger.support.Office.MAX;
import static io.claviger.support.Office.MIA;
import static io.claviger.support.Office.own;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Office;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S10: a link belongs to the team or to one actor; a name means one's own link, else the team's")
class LinkOwnerTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void name_ofOnesOwn_meansNothingToAnybodyElse() {
        office.vault.put("maxs", "of max");
        office.linkOwn(MAX, "mine", "maxs");

        assertThat(office.resolve(MAX, "mine")).isEqualTo("of max");
        for (Actor other : new Actor[] {MIA, ADA}) {
            assertThat(office.reasonOf(other, "mine")).isEqualTo(Reason.NOT_LINKED);
            assertThat(office.resolver(other)
                            .resolveAll(List.of("mine"))
                            .get("mine")
                            .reason())
                    .contains(Reason.NOT_LINKED);
        }
        assertThat(office.manager.resolver().attempt("mine").reason()).contains(Reason.NOT_LINKED);
    }

    @Test
    void name_thatTwoActorsHaveLinked_meansToEachTheirOwn() {
        office.vault.put("maxs", "of max").put("mias", "of mia");
        office.linkOwn(MAX, "mine", "maxs");
        office.linkOwn(MIA, "mine", "mias");

        assertThat(office.resolve(MAX, "mine")).isEqualTo("of max");
        assertThat(office.resolve(MIA, "mine")).isEqualTo("of mia");
        as(MAX).relink("mine", SecretReference.of("team", "token"));
        assertThat(office.resolve(MAX, "mine")).isEqualTo("the token");
        assertThat(office.resolve(MIA, "mine")).isEqualTo("of mia");
    }

    @Test
    void ownLink_withANameOfTheTeam_isRefused() {
        office.manager.link("token", SecretReference.of("team", "token"));

        assertThatThrownBy(() -> office.linkOwn(MAX, "token", "other"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("token is the team's already");
        assertThatThrownBy(() -> as(MAX).link(Link.of("token", SecretReference.of("team", "other"))
                        .ownedBy(Owner.of(MAX))
                        .inEnvironment("staging")))
                .isInstanceOf(ConfigurationException.class);
        assertThat(office.resolve(MAX, "token")).isEqualTo("the token");
    }

    @Test
    void linkOfTheTeam_withANameThatAnActorHasLinked_isRefused() {
        office.linkOwn(MAX, "mine", "token");

        assertThatThrownBy(() -> as(MIA).link("mine", SecretReference.of("team", "other")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mine is that of an actor's own link")
                .hasMessageNotContaining("max");
        as(MAX).unlink("mine");
        as(MIA).link("mine", SecretReference.of("team", "token"));
        assertThat(office.resolve(MAX, "mine")).isEqualTo("the token");
    }

    @Test
    void linkOfTheTeam_inAnotherEnvironmentOfItsName_isLinked() {
        office.manager.link("token", SecretReference.of("team", "token"));
        as(MAX).link(Link.of("token", SecretReference.of("team", "other")).inEnvironment("staging"));
        assertThat(office.manager.links()).hasSize(2);
    }

    @Test
    void plainName_ofAnActorWithALinkOfTheirOwn_changesThatOne() {
        office.linkOwn(MAX, "mine", "token");

        assertThat(as(MAX).setEnabled("mine", false).owner()).isEqualTo(Owner.of(MAX));
        assertThat(office.reasonOf(MAX, "mine")).isEqualTo(Reason.LINK_DISABLED);
        assertThat(as(MIA).unlink("mine")).isFalse();
        assertThat(office.manager.unlink("mine")).isFalse();
        assertThat(as(MAX).unlink("mine")).isTrue();
    }

    @Test
    void linkOfAnother_isChangedByAnAdministratorAndTheHostAlone() {
        LinkId id = office.linkOwn(MAX, "mine", "token").id();
        SecretReference other = SecretReference.of("team", "other");

        for (ThrowingCallable attempt : List.<ThrowingCallable>of(
                () -> as(MIA).setEnabled(id, false),
                () -> as(MIA).setFallback(id, true),
                () -> as(MIA).setAllowedDomains(id, AllowedDomains.parse("example.com")),
                () -> as(MIA).relink(List.of(Relink.of(id, other))),
                () -> as(MIA).unlink(id),
                () -> as(MIA).handOver(id, Owner.of(MIA)),
                () -> as(MIA).link(Link.of(own(MAX, "new"), other)))) {
            assertThatThrownBy(attempt)
                    .isInstanceOfSatisfying(AccessRefusedException.class, e -> assertThat(e.operation())
                            .isEqualTo(Operation.CHANGE_OTHERS_LINKS));
        }
        assertThat(office.resolve(MAX, "mine")).isEqualTo("the token");

        assertThat(as(ADA).setEnabled(id, false).enabled()).isFalse();
        assertThat(office.manager.setEnabled(id, true).enabled()).isTrue();
        assertThat(as(ADA).unlink(id)).isTrue();
    }

    @Test
    void links_ofOthers_areListedForAdministratorsAlone() {
        office.linkOwn(MAX, "maxs", "token");
        office.linkOwn(MIA, "mias", "token");
        office.manager.link("teams", SecretReference.of("team", "token"));

        assertThat(names(as(MAX))).containsExactly("maxs", "teams");
        assertThat(names(as(MIA))).containsExactly("mias", "teams");
        assertThat(names(as(ADA))).containsExactly("maxs", "mias", "teams");
        assertThat(names(office.manager)).containsExactly("maxs", "mias", "teams");
    }

    @Test
    void prefetch_byAnActor_readsTheirOwnNamesAndTheTeams() {
        office.vault.put("maxs", "of max").put("mias", "of mia");
        office.linkOwn(MAX, "maxs", "maxs");
        office.linkOwn(MIA, "mias", "mias");
        office.manager.link("teams", SecretReference.of("team", "token"));

        office.resolver(MAX).prefetch();

        assertThat(office.vault.reads).containsExactlyInAnyOrder("maxs", "token");
    }

    @Test
    void resetName_ofOnesOwn_dropsItsSecret() {
        office.linkOwn(MAX, "mine", "token");
        office.resolve(MAX, "mine");
        office.vault.put("token", "new");

        as(MIA).cache().resetName("mine");
        assertThat(office.resolve(MAX, "mine")).isEqualTo("the token");

        as(MAX).cache().resetName("mine");
        assertThat(office.resolve(MAX, "mine")).isEqualTo("new");
    }

    private static List<String> names(IntegrationManager manager) {
        return manager.links().stream().map(Link::name).toList();
    }

    private IntegrationManager as(Actor actor) {
        return office.as(actor);
    }
}
