package io.claviger;

import static io.claviger.support.Office.ADA;
import static io.claviger.support.Office.MAX;
import static io.claviger.support.Office.MIA;
import static io.claviger.support.Office.own;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Changes;
import io.claviger.support.Fixture;
import io.claviger.support.Office;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §8: there is no way around the gate")
class GateTest {

    private static final SecretReference TEAMS = SecretReference.of("team", "token");
    private static final SecretReference MAXS = SecretReference.of("maxs", "private");

    private final Office office = new Office().connected(MAX, "maxs");
    private final Office strict = new Office(AccessPolicy.strict()).connected(MAX, "maxs");

    GateTest() {
        for (Office each : List.of(office, strict)) {
            each.vault.put("private", "canary of max");
            each.manager.link("token", TEAMS);
            each.manager.link("maxs_token", MAXS);
            each.manager.setScope("team", IntegrationScope.of("token"));
        }
    }

    @AfterEach
    void close() {
        office.close();
        strict.close();
    }

    @Test
    void handle_boundByHim_isCheckedWhoeverHoldsIt() {
        SecretHandle handle = office.resolver(MAX).bind("maxs_token");
        handle.get();
        office.roles.put(MAX, Set.of(Role.PARTNER));
        assertRefused(handle::get);
        assertRefused(() -> handle.onChange(new Changes()));
    }

    @Test
    void handle_ofAnother_isNotWarmedByHis() {
        SecretHandle mias = office.resolver(MIA).bind("maxs_token");
        office.resolver(MAX).bind("maxs_token").get();
        office.manager.resolver().resolve("maxs_token");
        assertRefused(mias::get);
        assertRefused(() -> office.resolver(MIA).render("{{vault:maxs_token}}"));
    }

    @Test
    void resolver_derivedFromHers_keepsHerRights() {
        SecretResolver mias = office.resolver(MIA);
        for (SecretResolver derived : List.of(
                mias.within(Duration.ofSeconds(1)),
                mias.inEnvironment("staging").forTarget(URI.create("https://example.com")),
                mias.forTarget(URI.create("https://example.com")))) {
            assertRefused(() -> derived.resolve(MAXS));
            assertThat(derived.attempt("maxs_token").resolved()).isFalse();
        }
        assertThatThrownBy(() -> office.as(MIA).as(MAX)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void directReference_ofAnyForm_isRefusedByTheStrictPolicy() {
        for (Actor actor : List.of(ADA, MAX, MIA)) {
            SecretResolver resolver = strict.resolver(actor);
            assertRefused(() -> resolver.resolve(TEAMS));
            assertRefused(() -> resolver.attempt(strict.as(actor).reference("vault://team/token")));
            assertRefused(() -> resolver.render("{{vault://team/token}}"));
            assertRefused(() -> resolver.resolve(strict.as(MIA).reference("fake:token")));
            assertRefused(() -> resolver.render("{{vault:token}} {{vault://team/token}}"));
            assertRefused(() -> resolver.onAuthenticationFailure(TEAMS));
            assertThat(resolver.resolveAsync(TEAMS)).isCompletedExceptionally();
            assertThat(resolver.resolve("token").revealText()).isEqualTo("the token");
        }
    }

    @Test
    void directReference_thatTheHostHasWarmed_isRefusedAllTheSame() {
        strict.manager.resolver().resolve(TEAMS);
        strict.manager.resolver().render("{{vault://team/token}}");
        assertRefused(() -> strict.resolver(MAX).resolve(TEAMS));
        assertRefused(() -> strict.resolver(MAX).render("{{vault://team/token}}"));
    }

    @Test
    void nameInATemplate_formedOfText_isNoReference() {
        office.vault.put("token", "{{vault:maxs_token}} {{vault://maxs/private}}");
        assertThat(office.resolver(MIA).render("{{vault:token}}").revealText())
                .isEqualTo("{{vault:maxs_token}} {{vault://maxs/private}}");
        assertThatThrownBy(() -> office.resolver(MIA).render("{{vault:{{vault:token}}}}"))
                .isInstanceOf(SyntaxException.class);
        assertThat(office.vault.reads).containsExactly("token");
    }

    @Test
    void relink_ofOnesOwnOrATeamsName_givesNoRightToItsTarget() {
        LinkId mine = office.linkOwn(MIA, "mine", "token").id();
        for (ThrowingCallable attempt : List.<ThrowingCallable>of(
                () -> office.as(MIA).relink("token", MAXS),
                () -> office.as(MIA).relink("mine", MAXS),
                () -> office.as(MIA).relink(List.of(Relink.of(mine, MAXS).verified())),
                () -> office.as(MIA).link("new", MAXS),
                () -> office.as(MIA).link(Link.of(own(MIA, "new"), MAXS)))) {
            assertRefused(attempt);
        }
        office.as(MIA).handOver(LinkId.of("maxs_token"), Owner.of(MIA));
        assertRefused(() -> office.resolve(MIA, "maxs_token"));
        assertThat(office.manager.links())
                .filteredOn(link -> link.reference().equals(MAXS))
                .hasSize(1);
        assertThat(office.vault.reads).isEmpty();
    }

    @Test
    void ownLink_inTheStrictPolicy_leadsNowhereThatDirectReferencesDoNot() {
        strict.linkOwn(MIA, "mine", "private");
        assertThat(strict.reasonOf(MIA, "mine")).isEqualTo(Reason.OUT_OF_SCOPE);
        strict.manager.setAllowedDomains(LinkId.of("token"), AllowedDomains.parse("example.com"));
        strict.linkOwn(MIA, "around", "token");
        assertThat(strict.reasonOf(MIA, "around")).isEqualTo(Reason.DOMAIN_NOT_ALLOWED);
        assertThat(strict.vault.reads).isEmpty();
    }

    @Test
    void relinkOfAnAdministrator_verifiedUnderTheStrictPolicy_needsNoDirectReference() {
        strict.vault.put("other", "other");
        strict.manager.setScope("team", IntegrationScope.of("token", "other"));
        strict.as(ADA)
                .relink(List.of(Relink.of(LinkId.of("token"), SecretReference.of("team", "other"))
                        .verified()));
        assertThat(strict.resolve(MAX, "token")).isEqualTo("other");
    }

    @Test
    void sessionOfAnother_isUsedByNobodyElse() {
        office.manager.connect("people", "fake", Settings.empty(), CredentialSource.perActor());
        office.as(MAX).reauthenticate("people", Fixture.renewing("max"));
        SecretReference throughPeople = SecretReference.of("people", "private");
        office.manager.link("shared_name", throughPeople);
        office.resolver(MAX).bind("shared_name").get();

        SecretHandle mias = office.resolver(MIA).bind("shared_name");
        assertUnresolved(mias::get);
        assertUnresolved(() -> office.resolver(MIA).resolve(throughPeople));
        assertUnresolved(() -> office.resolver(MIA).render("{{vault:shared_name}}"));
        assertUnresolved(() -> office.resolver(ADA).resolve("shared_name"));
        assertUnresolved(() -> office.manager.resolver().resolve("shared_name"));
        assertThat(office.vault.reads).hasSize(1);
    }

    @Test
    void listingAndInspection_showNoValueAndNothingOfOthers() {
        office.resolver(MAX).resolve("maxs_token");
        office.as(MAX).link(Link.of(own(MAX, "own_name"), MAXS));

        IntegrationManager mias = office.as(MIA);
        String seen =
                mias.integrations() + " " + mias.links() + " " + mias.cache().contents() + " "
                        + mias.cache().statistics() + " " + mias + " " + mias.resolver() + " "
                        + mias.resolver().bind("maxs_token");
        assertThat(seen).doesNotContain("canary of max", "own_name", "provider=fake, owner=max");
        String all =
                office.as(ADA).integrations() + " " + office.as(ADA).cache().contents() + " "
                        + office.manager.cache().contents() + " " + office.events;
        assertThat(all).doesNotContain("canary of max");
    }

    @Test
    void writing_throughANameOfAnother_isRefused() {
        assertRefused(() -> office.as(MIA).set("maxs_token", SecretValue.ofText("replaced")));
        assertRefused(() -> office.as(ADA).set("maxs_token", SecretValue.ofText("replaced")));
        assertRefused(() -> office.as(ADA).unset("maxs_token"));
        assertThat(office.resolve(MAX, "maxs_token")).isEqualTo("canary of max");
    }

    @Test
    void unscopedIntegration_underTheStrictPolicy_servesNobodyUntilItHasAScope() {
        strict.resolver(MIA).resolve("token");
        SecretHandle handle = strict.resolver(MIA).bind("token");
        handle.get();

        strict.manager.setScope("team", IntegrationScope.everything());

        assertRefused(handle::get);
        assertRefused(() -> strict.resolver(ADA).resolve("token"));
        assertThat(strict.reasonOf(MAX, "token")).isEqualTo(Reason.ROLE_NOT_PERMITTED);
        assertThat(strict.resolve(MAX, "maxs_token")).isEqualTo("canary of max");
        strict.as(ADA).setScope("team", IntegrationScope.of("token"));
        assertThat(handle.get().revealText()).isEqualTo("the token");
    }

    @Test
    void disconnectedIntegration_underTheStrictPolicy_saysThatItIs() {
        strict.manager.disconnect("team");
        strict.manager.setScope("team", IntegrationScope.everything());
        assertThat(strict.reasonOf(MAX, "token")).isEqualTo(Reason.DISCONNECTED);
    }

    @Test
    void integrationSharedUnderTheStrictPolicy_servesTheTeamWithinAScopeOnly() {
        strict.as(MAX).share("maxs");
        assertRefused(() -> strict.resolver(MIA).resolve("maxs_token"));
        strict.as(ADA).setScope("maxs", IntegrationScope.of("private"));
        assertThat(strict.resolve(MIA, "maxs_token")).isEqualTo("canary of max");
    }

    private static void assertRefused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(AccessRefusedException.class);
    }

    private static void assertUnresolved(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(UnresolvedException.class);
    }
}
