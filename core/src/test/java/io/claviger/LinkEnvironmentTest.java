package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Changes;
import io.claviger.support.Fixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A name may have a link per environment; the default link stands in only where it may")
class LinkEnvironmentTest {

    private static final SecretReference STANDARD = SecretReference.of("team", "standard");
    private static final SecretReference STAGED = SecretReference.of("team", "staged");

    private final Fixture fixture = new Fixture();
    private final SecretResolver staging = fixture.secrets.inEnvironment("staging");
    private final Link standard = Link.of("token", STANDARD);
    private final Link staged = Link.of("token", STAGED).inEnvironment("staging");

    LinkEnvironmentTest() {
        fixture.vault.put("standard", "the standard").put("staged", "the staged");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void name_inAnEnvironment_meansItsLinkThere() {
        fixture.manager.link(standard);
        fixture.manager.link(staged);

        assertThat(fixture.resolve("token")).isEqualTo("the standard");
        assertThat(staging.resolve("token").revealText()).isEqualTo("the staged");
        assertThat(staging.render("{{vault:token}}").revealText()).isEqualTo("the staged");
        assertThat(staging.bind("token").get().revealText()).isEqualTo("the staged");
        assertThat(staging.within(Duration.ofSeconds(1)).resolve("token").revealText())
                .isEqualTo("the staged");
    }

    @Test
    void name_withoutALinkThere_isEmptyUnlessTheDefaultMayStandIn() {
        fixture.manager.link(standard);
        assertThat(staging.attempt("token").reason()).contains(Reason.NOT_LINKED);

        fixture.manager.setFallback(standard.id(), true);
        assertThat(staging.resolve("token").revealText()).isEqualTo("the standard");

        SecretHandle handle = staging.bind("token");
        handle.get();
        fixture.manager.setFallback(standard.id(), false);
        assertThat(staging.attempt("token").reason()).contains(Reason.NOT_LINKED);
        assertThatThrownBy(handle::get).isInstanceOf(UnresolvedException.class);
        assertThat(fixture.resolve("token")).isEqualTo("the standard");
    }

    @Test
    void name_linkedInAnEnvironmentAlone_isEmptyElsewhere() {
        fixture.manager.link(staged);
        assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.NOT_LINKED);
        assertThat(fixture.secrets.inEnvironment("production").attempt("token").reason())
                .contains(Reason.NOT_LINKED);
    }

    @Test
    void disabledLinkOfAnEnvironment_isNotReplacedByTheDefault() {
        fixture.manager.link(standard.withFallback(true));
        fixture.manager.link(staged.withEnabled(false));
        assertThat(staging.attempt("token").reason()).contains(Reason.LINK_DISABLED);
    }

    @Test
    void handle_thatTheDefaultStoodInFor_seesALinkThatComesLater() {
        fixture.manager.link(standard.withFallback(true));
        SecretHandle handle = staging.bind("token");
        SecretHandle usual = fixture.secrets.bind("token");
        assertThat(handle.get().revealText()).isEqualTo("the standard");
        usual.get();

        fixture.manager.link(staged);
        assertThat(handle.get().revealText()).isEqualTo("the staged");
        assertThat(usual.get().revealText()).isEqualTo("the standard");

        fixture.manager.unlink(staged.id());
        assertThat(handle.get().revealText()).isEqualTo("the standard");
    }

    @Test
    void handle_thatTheDefaultStoodInFor_isNotFooledByARelinkOfBothAtOnce() {
        fixture.manager.link(standard.withFallback(true));
        fixture.manager.link(staged);
        SecretHandle handle = fixture.secrets.bind("token");
        handle.get();

        fixture.manager.relink(List.of(Relink.of(staged.id(), STANDARD), Relink.of(standard.id(), STAGED)));

        assertThat(handle.get().revealText()).isEqualTo("the staged");
        assertThat(staging.resolve("token").revealText()).isEqualTo("the standard");
    }

    @Test
    void watch_inAnEnvironment_isToldOfALinkThatComesLater() {
        fixture.manager.link(standard.withFallback(true));
        Changes changes = new Changes();
        try (SecretWatch watch = staging.watch(List.of("token"), changes)) {
            fixture.manager.link(staged);
            assertThat(changes.values("token")).containsExactly("the staged");
            assertThat(watch.current().get("token").orElseThrow().revealText()).isEqualTo("the staged");
        }
    }

    @Test
    void environment_withTheSameNameAndEnvironment_isLinkedOnce() {
        fixture.manager.link(staged);
        assertThatThrownBy(() -> fixture.manager.link(staged)).isInstanceOf(ConfigurationException.class);
        fixture.manager.link(standard);
        fixture.manager.link(standard.inEnvironment("production"));
        assertThat(fixture.manager.links()).hasSize(3);
    }

    @Test
    void prefetch_inAnEnvironment_readsWhatCountsThere() {
        fixture.manager.link(standard);
        fixture.manager.link(staged);
        fixture.manager.link(
                Link.of("elsewhere", SecretReference.of("team", "missing")).inEnvironment("production"));

        staging.prefetch();

        assertThat(fixture.vault.reads).containsExactly("staged");
    }

    @Test
    void resetName_always_dropsItsSecretsInAllEnvironments() {
        fixture.manager.link(standard);
        fixture.manager.link(staged);
        fixture.resolve("token");
        staging.resolve("token");
        fixture.vault.put("standard", "new standard").put("staged", "new staged");

        fixture.manager.cache().resetName("token");

        assertThat(fixture.resolve("token")).isEqualTo("new standard");
        assertThat(staging.resolve("token").revealText()).isEqualTo("new staged");
    }

    @Test
    void environment_thatIsMalformed_isRefused() {
        for (String name : new String[] {"", "Staging", "1st", "a b", "a".repeat(64), "a\u0000"}) {
            assertThatThrownBy(() -> fixture.secrets.inEnvironment(name)).isInstanceOf(ConfigurationException.class);
            assertThatThrownBy(() -> fixture.manager.link(standard.inEnvironment(name)))
                    .isInstanceOf(ConfigurationException.class);
        }
        assertThat(fixture.manager.links()).isEmpty();
    }
}
