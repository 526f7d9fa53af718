package io.claviger;

import static io.claviger.support.Office.ADA;
import static io.claviger.support.Office.MAX;
import static io.claviger.support.Office.MIA;
import static io.claviger.support.Office.PAUL;
import static io.claviger.support.Office.own;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.Disconnection.Revocation;
import io.claviger.support.Changes;
import io.claviger.support.Fixture;
import io.claviger.support.Office;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S10: only its owner reads through a personal integration until they share it")
class IntegrationOwnerTest {

    private static final SecretReference THROUGH_MAXS = SecretReference.of("maxs", "token");

    private final Office office = new Office().connected(MAX, "maxs");

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void integration_ofOneActor_isReadByThatOneAlone() {
        assertThat(office.resolver(MAX).resolve(THROUGH_MAXS).revealText()).isEqualTo("the token");
        for (Actor other : List.of(MIA, ADA, PAUL)) {
            assertRefused(() -> office.resolver(other).resolve(THROUGH_MAXS));
            assertRefused(() -> office.resolver(other).attempt(THROUGH_MAXS));
            assertRefused(() -> office.resolver(other).render("{{vault://maxs/token}}"));
            assertRefused(() -> office.resolver(other).onAuthenticationFailure(THROUGH_MAXS));
            assertThat(office.resolver(other).resolveAsync(THROUGH_MAXS)).isCompletedExceptionally();
        }
    }

    @Test
    void integration_ofOneActor_isLinkedByThatOneAlone() {
        office.manager.link("token", SecretReference.of("team", "token"));
        for (Actor other : List.of(MIA, ADA)) {
            IntegrationManager theirs = office.as(other);
            assertRefused(() -> theirs.link("x", THROUGH_MAXS));
            assertRefused(() -> theirs.link(Link.of(own(other, "x"), THROUGH_MAXS)));
            assertRefused(() -> theirs.relink("token", THROUGH_MAXS));
            assertRefused(() -> theirs.relink(
                    List.of(Relink.of(LinkId.of("token"), THROUGH_MAXS).verified())));
        }
        assertThat(office.vault.reads).isEmpty();
        assertThat(office.manager.links()).hasSize(1);
        assertThat(office.as(MAX).relink("token", THROUGH_MAXS).reference()).isEqualTo(THROUGH_MAXS);
    }

    @Test
    void name_linkedThroughIt_isRefusedToOthersAtEachResolve() {
        office.as(MAX).link("token", THROUGH_MAXS);
        SecretHandle handle = office.resolver(MIA).bind("token");

        assertThat(office.resolve(MAX, "token")).isEqualTo("the token");
        assertRefused(() -> office.resolver(MIA).resolve("token"));
        assertRefused(() -> office.resolver(MIA).snapshot("token"));
        assertRefused(() -> office.resolver(MIA).onAuthenticationFailure("token"));
        assertRefused(() -> office.resolver(ADA).render("{{vault:token}}"));
        assertRefused(handle::get);
        assertRefused(() -> office.as(MIA).set("token", SecretValue.ofText("mine now")));
        assertRefused(() -> office.as(ADA).unset("token"));
        assertThat(office.reasonOf(MIA, "token")).isEqualTo(Reason.ROLE_NOT_PERMITTED);
        assertThat(office.vault.reads).hasSize(1);
    }

    @Test
    void nameThatOthersMayNotRead_amongSeveral_failsAlone() {
        office.as(MAX).link("maxs_token", THROUGH_MAXS);
        office.manager.link("token", SecretReference.of("team", "token"));

        Map<String, Resolution> resolutions = office.resolver(MIA).resolveAll(List.of("maxs_token", "token"));

        assertThat(resolutions.get("maxs_token").reason()).contains(Reason.ROLE_NOT_PERMITTED);
        assertThat(resolutions.get("token").orElseThrow().revealText()).isEqualTo("the token");
        assertThatThrownBy(() -> office.resolver(MIA).prefetch())
                .isInstanceOfSatisfying(UnresolvedException.class, e -> assertThat(e.failures())
                        .extracting(Resolution::subject)
                        .containsExactly("maxs_token"));
    }

    @Test
    void watch_withANameThatItsActorMayNotRead_seesTheOthersAndThatOneOnceShared() {
        office.as(MAX).link("maxs_token", THROUGH_MAXS);
        office.manager.link("token", SecretReference.of("team", "token"));
        Changes changes = new Changes();
        try (SecretWatch watch = office.resolver(MIA).watch(List.of("maxs_token", "token"), changes)) {
            assertThat(watch.current().get("maxs_token").reason()).contains(Reason.ROLE_NOT_PERMITTED);
            office.vault.put("token", "new");
            office.manager.cache().reset();
            assertThat(changes.values("token")).containsExactly("new");

            office.as(MAX).share("maxs");
            assertThat(changes.told().get(1).value("maxs_token").revealText()).isEqualTo("new");
        }
    }

    @Test
    void share_byItsOwner_letsTheTeamRead() {
        office.as(MAX).link("token", THROUGH_MAXS);
        SecretHandle handle = office.resolver(MIA).bind("token");
        assertRefused(handle::get);

        VaultIntegration shared = office.as(MAX).share("maxs");

        assertThat(shared.owner()).isEqualTo(Owner.team());
        assertThat(handle.get().revealText()).isEqualTo("the token");
        assertThat(office.resolver(ADA).resolve(THROUGH_MAXS).revealText()).isEqualTo("the token");
        assertRefused(() -> office.resolver(PAUL).resolve(THROUGH_MAXS));
        assertRefused(() -> office.as(MAX).disconnect("maxs"));
        office.as(ADA).disconnect("maxs");
    }

    @Test
    void share_byAnybodyElse_isRefused() {
        for (Actor other : List.of(ADA, MIA, PAUL)) {
            assertRefused(() -> office.as(other).share("maxs"));
            assertRefused(() -> office.as(other).share("nowhere"));
        }
        assertRefused(() -> office.resolver(MIA).resolve(THROUGH_MAXS));
        assertThat(office.manager.share("maxs").owner()).isEqualTo(Owner.team());
        assertThat(office.manager.share("maxs").owner()).isEqualTo(Owner.team());
    }

    @Test
    void administrator_mayDisconnectAndEdit_andReadsNeitherBeforeNorAfter() {
        office.resolver(MAX).resolve(THROUGH_MAXS);
        office.as(ADA).edit("maxs", Settings.of("note", "x"));
        assertRefused(() -> office.resolver(ADA).resolve(THROUGH_MAXS));

        assertThat(office.as(ADA).disconnect("maxs").revocation()).isEqualTo(Revocation.NOTHING_TO_REVOKE);
        assertRefused(() -> office.resolver(ADA).resolve(THROUGH_MAXS));
        assertThat(office.resolver(MAX).attempt(THROUGH_MAXS).reason()).contains(Reason.DISCONNECTED);

        office.as(ADA).connect("maxs", "fake", Settings.empty(), Fixture.renewing("ada"));
        assertThat(office.manager.integration("maxs").orElseThrow().owner()).isEqualTo(Owner.of(MAX));
        assertRefused(() -> office.resolver(ADA).resolve(THROUGH_MAXS));
    }

    @Test
    void integration_ofOneActor_isNoTargetOfNativeFormsForOthers() {
        office.manager.disconnect("team");
        assertThat(office.as(MAX).reference("fake:token")).isEqualTo(THROUGH_MAXS);
        assertThatThrownBy(() -> office.as(MIA).reference("fake:token"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("maxs");
    }

    @Test
    void whatIsCachedThroughIt_isListedForItsOwnerAndAdministratorsWithoutAValue() {
        office.resolver(MAX).resolve(THROUGH_MAXS);

        assertThat(office.as(MIA).cache().contents()).isEmpty();
        assertThat(office.as(MAX).cache().contents()).hasSize(1);
        assertThat(office.as(ADA).cache().contents().toString()).doesNotContain("the token");
        assertThat(office.as(MIA).integration("maxs")).isEmpty();
    }

    @Test
    void nameOfTheTeam_relinkedWhileAHandleIsWarm_isCheckedAnew() {
        office.manager.link("token", SecretReference.of("team", "token"));
        SecretHandle handle = office.resolver(MIA).bind("token");
        handle.get();

        office.as(MAX).relink("token", THROUGH_MAXS);

        assertRefused(handle::get);
        assertThat(office.vault.reads).hasSize(1);
    }

    private static void assertRefused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(AccessRefusedException.class);
    }
}
