package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Fixture;
import io.claviger.support.ReadOnlyVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S6: values are stored only where the vault declares it; external values are read-only")
class WriteTest {

    private final Fixture fixture = new Fixture().linked("token", "token", "old");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void set_onAVaultThatCanBeWritten_isSeenAtOnce() {
        fixture.resolve("token");

        fixture.manager.set("token", SecretValue.ofText("new"));

        assertThat(fixture.resolve("token")).isEqualTo("new");
    }

    @Test
    void unset_onAVaultThatCanBeWritten_removesTheValueAndKeepsTheLink() {
        fixture.resolve("token");

        fixture.manager.unset("token");

        assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.NOT_FOUND);
        assertThat(fixture.manager.links()).hasSize(1);
    }

    @Test
    void set_onAReadOnlyVault_isRefused() {
        try (IntegrationManager manager = IntegrationManager.builder()
                .discovery(false)
                .provider(new ReadOnlyVault())
                .build()) {
            manager.connect("external", "read-only", Settings.empty());
            manager.link("token", SecretReference.of("external", "token"));

            assertThatThrownBy(() -> manager.set("token", SecretValue.ofText("new")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("read-only")
                    .hasMessageNotContaining("new");
            assertThatThrownBy(() -> manager.unset("token")).isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void set_onAField_isRefused() {
        fixture.manager.link("field", SecretReference.parse("vault://team/token#password"));

        assertThatThrownBy(() -> fixture.manager.set("field", SecretValue.ofText("new")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("without #field");
    }

    @Test
    void set_onANameThatIsNotLinked_isUnresolved() {
        assertThatThrownBy(() -> fixture.manager.set("nobody", SecretValue.ofText("new")))
                .isInstanceOfSatisfying(
                        UnresolvedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_LINKED));
    }

    @Test
    void set_throughANameThatIsSwitchedOff_isUnresolvedAndWritesNothing() {
        fixture.manager.setEnabled("token", false);

        assertThatThrownBy(() -> fixture.manager.set("token", SecretValue.ofText("new")))
                .isInstanceOfSatisfying(
                        UnresolvedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LINK_DISABLED));
        assertThatThrownBy(() -> fixture.manager.unset("token")).isInstanceOf(UnresolvedException.class);
        fixture.manager.setEnabled("token", true);
        assertThat(fixture.resolve("token")).isEqualTo("old");
    }
}
