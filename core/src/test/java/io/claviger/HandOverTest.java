package io.claviger;

import static io.claviger.support.Office.ADA;
import static io.claviger.support.Office.MAX;
import static io.claviger.support.Office.MIA;
import static io.claviger.support.Office.own;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S12: a link is handed over to another owner, whose rights it counts under from then on")
class HandOverTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void link_handedToTheTeam_isEverybodys() {
        Link link = office.linkOwn(MAX, "mine", "token").withAllowedDomains(AllowedDomains.any());
        office.manager.setFallback(link.id(), true);
        SecretHandle handle = office.resolver(MAX).bind("mine");
        handle.get();

        Link handed = office.as(ADA).handOver(link.id(), Owner.team());

        assertThat(handed).isEqualTo(link.withFallback(true).ownedBy(Owner.team()));
        assertThat(office.manager.links()).containsExactly(handed);
        assertThat(office.resolve(MIA, "mine")).isEqualTo("the token");
        assertThat(handle.get().revealText()).isEqualTo("the token");
    }

    @Test
    void link_handedToAnotherActor_isTheirsAlone() {
        Link link = office.linkOwn(MAX, "mine", "token");
        SecretHandle handle = office.resolver(MAX).bind("mine");
        handle.get();

        office.as(ADA).handOver(link.id(), Owner.of(MIA));

        assertThat(office.resolve(MIA, "mine")).isEqualTo("the token");
        assertThat(office.reasonOf(MAX, "mine")).isEqualTo(Reason.NOT_LINKED);
        assertThatThrownBy(handle::get).isInstanceOf(UnresolvedException.class);
    }

    @Test
    void linkOfTheTeam_handedToAnActor_isTheirs() {
        office.manager.link("token", SecretReference.of("team", "token"));

        office.manager.handOver(LinkId.of("token"), Owner.of(MAX));

        assertThat(office.resolve(MAX, "token")).isEqualTo("the token");
        assertThat(office.reasonOf(MIA, "token")).isEqualTo(Reason.NOT_LINKED);
    }

    @Test
    void linkOfTheTeam_thatStaysLinkedInAnotherEnvironment_isNotGivenAway() {
        Link link = Link.of("token", SecretReference.of("team", "token"));
        office.manager.link(link);
        office.manager.link(link.inEnvironment("staging"));

        assertThatThrownBy(() -> office.manager.handOver(link.id(), Owner.of(MAX)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is the team's already");
        assertThat(office.manager.links()).hasSize(2);
    }

    @Test
    void linksOfOneNameInSeveralEnvironments_areHandedOverOneByOne() {
        Link link = office.linkOwn(MAX, "mine", "token");
        Link staged = office.as(MAX).link(link.inEnvironment("staging"));

        for (Link left : office.manager.forget(MAX).links()) {
            office.as(ADA).handOver(left.id(), Owner.team());
        }

        assertThat(office.manager.links()).containsExactly(link.ownedBy(Owner.team()), staged.ownedBy(Owner.team()));
    }

    @Test
    void link_handedToSomebodyWhoHasTheName_isRefusedAndStays() {
        Link maxs = office.linkOwn(MAX, "mine", "token");
        Link mias = office.linkOwn(MIA, "mine", "token");

        assertThatThrownBy(() -> office.manager.handOver(maxs.id(), Owner.of(MIA)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is linked already");
        assertThatThrownBy(() -> office.manager.handOver(maxs.id(), Owner.team()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("an actor's own link");
        assertThat(office.manager.links()).containsExactly(maxs, mias);
    }

    @Test
    void link_handedToWhoHasIt_staysAsItIs() {
        Link link = office.linkOwn(MAX, "mine", "token");
        SecretValue value = office.resolver(MAX).resolve("mine");

        assertThat(office.as(MAX).handOver(link.id(), Owner.of(MAX))).isEqualTo(link);

        assertThat(office.resolver(MAX).resolve("mine")).isSameAs(value);
    }

    @Test
    void link_throughAPersonalIntegration_isNotReadByWhoItIsHandedTo() {
        office.connected(MAX, "maxs");
        Link link = office.as(MAX).link(Link.of(own(MAX, "mine"), SecretReference.of("maxs", "token")));

        office.as(ADA).handOver(link.id(), Owner.of(MIA));

        assertThatThrownBy(() -> office.resolve(MIA, "mine")).isInstanceOf(AccessRefusedException.class);
        assertThat(office.vault.reads).isEmpty();
    }

    @Test
    void link_handedOverByAMember_isTheirOwnAndGoesToTheTeamOnly() {
        Link link = office.linkOwn(MAX, "mine", "token");
        assertThatThrownBy(() -> office.as(MAX).handOver(link.id(), Owner.of(MIA)))
                .isInstanceOf(AccessRefusedException.class);
        assertThatThrownBy(() -> office.as(MIA).handOver(link.id(), Owner.team()))
                .isInstanceOf(AccessRefusedException.class);
        assertThat(office.as(MAX).handOver(link.id(), Owner.team()).owner()).isEqualTo(Owner.team());
    }

    @Test
    void link_handedToWhoHasIt_whileAnotherOfItsNameIsTheTeams_staysAsItIs() {
        Link link = office.linkOwn(MAX, "mine", "token");
        Link live = office.as(MAX).link(link.inEnvironment("live"));
        office.as(ADA).handOver(live.id(), Owner.team());

        assertThat(office.as(MAX).handOver(link.id(), Owner.of(MAX))).isEqualTo(link);
        assertThat(office.manager.links()).contains(link);
    }
}
