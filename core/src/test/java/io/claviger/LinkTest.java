package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Fixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S6: a name can be linked, relinked, switched off and unlinked")
class LinkTest {

    private final Fixture fixture = new Fixture().linked("token", "staging", "for staging");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void relink_toAnotherSecret_givesItsValueFromThenOn() {
        fixture.vault.put("production", "for production");
        SecretHandle handle = fixture.secrets.bind("token");
        assertThat(handle.get().revealText()).isEqualTo("for staging");

        fixture.manager.relink("token", SecretReference.of("team", "production"));

        assertThat(fixture.resolve("token")).isEqualTo("for production");
        assertThat(handle.get().revealText()).isEqualTo("for production");
    }

    @Test
    void relink_toASecretThatIsCached_fetchesItAgain() {
        fixture.linked("other", "production", "old");
        fixture.resolve("other");
        fixture.vault.put("production", "new");

        fixture.manager.relink("token", SecretReference.of("team", "production"));

        assertThat(fixture.resolve("token")).isEqualTo("new");
    }

    @Test
    void relink_ofADisabledName_leavesItDisabled() {
        fixture.manager.setEnabled("token", false);

        Link link = fixture.manager.relink("token", SecretReference.of("team", "production"));

        assertThat(link.enabled()).isFalse();
        assertThat(reasonOf("token")).isEqualTo(Reason.LINK_DISABLED);
    }

    @Test
    void relink_ofANameThatIsNotLinked_isRefused() {
        assertThatThrownBy(() -> fixture.manager.relink("nobody", SecretReference.of("team", "x")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nobody is not linked");
    }

    @Test
    void relink_toAReferenceThatDoesNotFit_keepsTheLink() {
        assertThatThrownBy(() -> fixture.manager.relink("token", SecretReference.of("team", "bad", "path")))
                .isInstanceOf(ConfigurationException.class);
        assertThat(fixture.resolve("token")).isEqualTo("for staging");
    }

    @Test
    void setEnabled_toFalse_stopsHandlesToo() {
        SecretHandle handle = fixture.secrets.bind("token");
        handle.get();

        fixture.manager.setEnabled("token", false);

        assertThatThrownBy(handle::get).isInstanceOfSatisfying(UnresolvedException.class, e -> assertThat(e.reason())
                .isEqualTo(Reason.LINK_DISABLED));
        fixture.manager.setEnabled("token", true);
        assertThat(handle.get().revealText()).isEqualTo("for staging");
    }

    @Test
    void unlink_ofALinkedName_makesItEmpty() {
        fixture.resolve("token");

        assertThat(fixture.manager.unlink("token")).isTrue();

        assertThat(reasonOf("token")).isEqualTo(Reason.NOT_LINKED);
        assertThat(Reason.NOT_LINKED.empty()).isTrue();
        assertThat(fixture.manager.unlink("token")).isFalse();
    }

    @Test
    void link_ofALinkedName_isRefused() {
        assertThatThrownBy(() -> fixture.manager.link("token", SecretReference.of("team", "x")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("linked already");
        assertThat(fixture.resolve("token")).isEqualTo("for staging");
    }

    @Test
    void link_toAnUnknownIntegration_isRefused() {
        assertThatThrownBy(() -> fixture.manager.link("x", SecretReference.of("nowhere", "x")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no integration with the alias nowhere");
    }

    @Test
    void link_ofAMalformedName_isRefused() {
        for (String name : new String[] {"", "with space", "a".repeat(129), "a/b", "{{x}}", "e\u0301"}) {
            assertThatThrownBy(() -> fixture.manager.link(name, SecretReference.of("team", "x")))
                    .isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void links_always_areListedByName() {
        fixture.linked("a", "a", "a");
        assertThat(fixture.manager.links())
                .containsExactly(
                        Link.of("a", SecretReference.of("team", "a")),
                        Link.of("token", SecretReference.of("team", "staging")));
    }

    private Reason reasonOf(String name) {
        return fixture.secrets.attempt(name).reason().orElseThrow();
    }
}
