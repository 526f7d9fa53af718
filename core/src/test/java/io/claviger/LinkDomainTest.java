package io.claviger;

import static io.claviger.support.Office.ADA;
import static io.claviger.support.Office.MAX;
import static io.claviger.support.Office.MIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Changes;
import io.claviger.support.Fixture;
import io.claviger.support.Office;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §5, T8: a restricted value goes to an allowed target only, by whatever way it is asked for")
class LinkDomainTest {

    private static final LinkId TOKEN = LinkId.of("token");
    private static final SecretReference REFERENCE = SecretReference.of("team", "token");
    private static final AllowedDomains EXAMPLE = AllowedDomains.parse("*.example.com");
    private static final URI ALLOWED = URI.create("https://api.example.com/v1?q=1");
    private static final URI ELSEWHERE = URI.create("https://api.example.com.evil.org/");

    private final Office office = new Office();
    private final SecretResolver secrets = office.manager.resolver();
    private final SecretResolver allowed = secrets.forTarget(ALLOWED);

    LinkDomainTest() {
        office.manager.link("token", REFERENCE);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void name_thatIsRestricted_goesToAnAllowedTargetOnly() {
        office.manager.setAllowedDomains(TOKEN, EXAMPLE);

        assertThat(allowed.resolve("token").revealText()).isEqualTo("the token");
        assertThat(allowed.render("{{vault:token}}").revealText()).isEqualTo("the token");
        assertThat(allowed.bind("token").get().revealText()).isEqualTo("the token");
        assertThat(allowed.resolveAsync("token").join().revealText()).isEqualTo("the token");
        for (SecretResolver refused : List.of(secrets, secrets.forTarget(ELSEWHERE), allowed.forTarget(ELSEWHERE))) {
            assertBarred(() -> refused.resolve("token"));
            assertBarred(() -> refused.render("{{vault:token}}"));
            assertBarred(() -> refused.snapshot("token"));
            assertBarred(() -> refused.bind("token").get());
            assertBarred(() -> refused.onAuthenticationFailure("token"));
            assertThat(refused.attempt("token").reason()).contains(Reason.DOMAIN_NOT_ALLOWED);
            assertThat(refused.resolveAsync("token")).isCompletedExceptionally();
        }
        assertThat(office.vault.reads).hasSize(1);
    }

    @Test
    void target_inEveryDisguise_isTestedAsItIs() {
        office.manager.setAllowedDomains(TOKEN, EXAMPLE);
        for (String target : List.of(
                "http://api.example.com/",
                "https://api.example.com@evil.org/",
                "https://evilexample.com/",
                "https://evil.org/api.example.com",
                "https://evil.org?api.example.com",
                "https://xn--api-example-com/",
                "//api.example.com/",
                "api.example.com",
                "mailto:a@api.example.com")) {
            assertBarred(() -> secrets.forTarget(URI.create(target)).resolve("token"));
        }
        assertThat(office.vault.reads).isEmpty();
    }

    @Test
    void directReference_toTheSameSecret_isHeldToTheLink() {
        office.manager.setAllowedDomains(TOKEN, EXAMPLE);
        for (SecretReference same : List.of(
                REFERENCE,
                SecretReference.parse("vault://team/token?version=3"),
                SecretReference.parse("vault://team/token#field"),
                office.manager.reference("fake:token"))) {
            assertBarred(() -> secrets.resolve(same));
            assertBarred(() -> secrets.forTarget(ELSEWHERE).resolve(same));
            assertBarred(() -> secrets.onAuthenticationFailure(same));
            assertBarred(() -> secrets.render("{{" + "vault:" + same.toString().substring(6) + "}}"));
            assertThat(secrets.attempt(same).reason()).contains(Reason.DOMAIN_NOT_ALLOWED);
            assertThat(secrets.resolveAsync(same)).isCompletedExceptionally();
        }
        assertThat(office.vault.reads).isEmpty();
        assertThat(allowed.resolve(REFERENCE).revealText()).isEqualTo("the token");
        assertBarred(() -> secrets.resolve(REFERENCE));
    }

    @Test
    void directReference_inAnotherSpellingOfTheVault_isHeldToTheLink() {
        office.vault.ignoresCase = true;
        office.manager.setAllowedDomains(TOKEN, EXAMPLE);
        assertBarred(() -> secrets.resolve(SecretReference.of("team", "TOKEN")));
        assertThat(office.vault.reads).isEmpty();
    }

    @Test
    void directReference_toAnotherSecret_isFree() {
        office.manager.setAllowedDomains(TOKEN, EXAMPLE);
        office.vault.put("other", "other");
        assertThat(secrets.resolve(SecretReference.of("team", "other")).revealText())
                .isEqualTo("other");
    }

    @Test
    void restriction_thatComesWhileValuesAreWarm_countsAtOnce() {
        SecretHandle handle = secrets.bind("token");
        Template template = Template.compile("{{vault:token}} {{vault://team/token}}");
        handle.get();
        secrets.resolve("token");
        secrets.resolve(REFERENCE);
        secrets.render(template);

        office.manager.setAllowedDomains(TOKEN, EXAMPLE);

        assertBarred(handle::get);
        assertBarred(() -> secrets.resolve("token"));
        assertBarred(() -> secrets.resolve(REFERENCE));
        assertBarred(() -> secrets.render(template));
        office.manager.setAllowedDomains(TOKEN, AllowedDomains.any());
        assertThat(handle.get().revealText()).isEqualTo("the token");
        assertThat(secrets.resolve(REFERENCE).revealText()).isEqualTo("the token");
    }

    @Test
    void restrictionOfAnIntegration_holdsBesideThatOfTheLink() {
        SecretHandle handle = secrets.bind("token");
        handle.get();
        office.manager.setAllowedDomains("team", AllowedDomains.parse("api.example.com, other.org"));
        office.manager.setAllowedDomains(TOKEN, EXAMPLE);

        assertBarred(handle::get);
        assertThat(allowed.resolve("token").revealText()).isEqualTo("the token");
        assertBarred(
                () -> secrets.forTarget(URI.create("https://www.example.com")).resolve("token"));
        assertBarred(() -> secrets.forTarget(URI.create("https://other.org")).resolve("token"));

        office.manager.setAllowedDomains(TOKEN, AllowedDomains.any());
        assertThat(secrets.forTarget(URI.create("https://other.org"))
                        .resolve("token")
                        .revealText())
                .isEqualTo("the token");
        assertBarred(() -> secrets.resolve(REFERENCE));
        assertBarred(() -> secrets.resolve("token"));
    }

    @Test
    void restrictionOfAnIntegration_thatComesBetweenTheCheckAndTheRead_countsForIt() {
        AtomicBoolean first = new AtomicBoolean(true);
        office.vault.beforeLocate = () -> {
            if (first.getAndSet(false)) {
                office.manager.setAllowedDomains("team", EXAMPLE);
            }
        };
        assertBarred(() -> secrets.resolve("token"));
        assertBarred(() -> secrets.bind("token").get());
    }

    @Test
    void restriction_outlivesRelinkDisconnectAndReconnect() {
        office.vault.put("other", "other");
        office.manager.setAllowedDomains(TOKEN, EXAMPLE);
        office.manager.setAllowedDomains("team", EXAMPLE);
        office.manager.relink("token", SecretReference.of("team", "other"));
        office.manager.disconnect("team");
        office.manager.connect("team", "fake", Settings.empty(), Fixture.renewing("robot"));

        assertBarred(() -> secrets.resolve("token"));
        assertBarred(() -> secrets.resolve(SecretReference.of("team", "token")));
        assertThat(allowed.resolve("token").revealText()).isEqualTo("other");
    }

    @Test
    void ownLink_toASecretThatTheTeamRestricts_isHeldToIt() {
        office.manager.setAllowedDomains(TOKEN, EXAMPLE);
        office.linkOwn(MAX, "mine", "token");
        SecretResolver maxs = office.resolver(MAX);

        assertBarred(() -> maxs.resolve("mine"));
        assertBarred(() -> maxs.bind("mine").get());
        assertBarred(() -> maxs.render("{{vault:mine}}"));
        assertThat(maxs.forTarget(ALLOWED).resolve("mine").revealText()).isEqualTo("the token");
        assertBarred(() -> maxs.resolve("mine"));
        assertThat(office.vault.reads).hasSize(1);
    }

    @Test
    void ownLink_thatIsWarmWhenTheTeamRestrictsItsSecret_isHeldToIt() {
        office.linkOwn(MAX, "mine", "token");
        SecretResolver maxs = office.resolver(MAX);
        SecretHandle handle = maxs.bind("mine");
        handle.get();

        office.manager.setAllowedDomains(TOKEN, EXAMPLE);

        assertBarred(handle::get);
        assertBarred(() -> maxs.resolve("mine"));
    }

    @Test
    void ownLink_thatIsRestricted_restrictsItsOwnerAlone() {
        LinkId mine = office.linkOwn(MAX, "mine", "token").id();
        office.as(MAX).setAllowedDomains(mine, EXAMPLE);

        assertBarred(() -> office.resolver(MAX).resolve(REFERENCE));
        assertThat(office.resolver(MIA).resolve(REFERENCE).revealText()).isEqualTo("the token");
        assertThat(secrets.resolve(REFERENCE).revealText()).isEqualTo("the token");
        assertThat(secrets.resolve("token").revealText()).isEqualTo("the token");
    }

    @Test
    void restrictedLink_thatDoesNotFitItsVault_keepsNobodyFromOtherSecrets() {
        office.manager.disconnect("team");
        office.manager.link(
                Link.of("odd", SecretReference.of("team", "bad", "path")).withAllowedDomains(EXAMPLE));
        office.manager.connect("team", "fake", Settings.empty(), Fixture.renewing("robot"));

        assertThat(secrets.resolve(REFERENCE).revealText()).isEqualTo("the token");
    }

    @Test
    void prefetch_ofRestrictedNames_cachesThemForTheirTargets() {
        office.manager.setAllowedDomains(TOKEN, EXAMPLE);
        office.manager.setAllowedDomains("team", EXAMPLE);

        secrets.prefetch();
        secrets.prefetch();

        assertBarred(() -> secrets.resolve("token"));
        assertThat(allowed.resolve("token").revealText()).isEqualTo("the token");
        assertThat(office.vault.reads).hasSize(1);
    }

    @Test
    void watch_ofARestrictedName_isToldForItsTargetOnly() {
        office.manager.setAllowedDomains(TOKEN, EXAMPLE);
        Changes ofNone = new Changes();
        Changes ofAllowed = new Changes();
        try (SecretWatch none = secrets.watch(List.of("token"), ofNone);
                SecretWatch some = allowed.watch(List.of("token"), ofAllowed)) {
            office.vault.put("token", "new");
            office.manager.cache().reset();
            assertThat(ofAllowed.values("token")).containsExactly("new");
            assertThat(ofNone.told()).isEmpty();
            assertThat(none.current().get("token").reason()).contains(Reason.DOMAIN_NOT_ALLOWED);
            assertThat(some.current().get("token").resolved()).isTrue();
        }
    }

    @Test
    void refusal_namesNeitherDomainsNorTarget() {
        office.manager.setAllowedDomains(TOKEN, EXAMPLE);
        assertThatThrownBy(() -> secrets.forTarget(ELSEWHERE).resolve("token"))
                .hasMessageNotContaining("example")
                .hasMessageNotContaining("evil");
    }

    @Test
    void domainsOfAnIntegration_areSetByWhoeverMayEditIt() {
        office.connected(MAX, "maxs");
        office.as(MAX).setAllowedDomains("maxs", EXAMPLE);
        office.as(ADA).setAllowedDomains("team", EXAMPLE);
        assertThat(office.manager.integration("maxs").orElseThrow().allowedDomains())
                .isEqualTo(EXAMPLE);
        assertThatThrownBy(() -> office.as(MAX).setAllowedDomains("team", AllowedDomains.any()))
                .isInstanceOf(AccessRefusedException.class);
        assertThatThrownBy(() -> office.as(MIA).setAllowedDomains("maxs", AllowedDomains.any()))
                .isInstanceOf(AccessRefusedException.class);
    }

    private static void assertBarred(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(UnresolvedException.class, e -> assertThat(e.reason())
                .isEqualTo(Reason.DOMAIN_NOT_ALLOWED));
    }
}
