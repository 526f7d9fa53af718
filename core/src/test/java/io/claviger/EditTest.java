package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Fixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S13: whatever changes where credentials go needs new credentials and drops session and values")
class EditTest {

    private final Fixture fixture = new Fixture().linked("token", "token", "old");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void edit_ofADestinationWithoutCredentials_isRefusedAndChangesNothing() {
        fixture.resolve("token");

        assertThatThrownBy(() -> fixture.manager.edit("team", Settings.of("address", "https://elsewhere.example")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Give new credentials");

        assertThat(fixture.manager.integration("team").orElseThrow().settings()).isEqualTo(Settings.empty());
        assertThat(fixture.vault.revocations).hasValue(0);
        assertThat(fixture.vault.logins).hasValue(1);
    }

    @Test
    void edit_ofADestinationWithCredentials_dropsSessionAndValues() {
        fixture.resolve("token");
        fixture.vault.put("token", "new");

        fixture.manager.edit("team", Settings.of("address", "https://elsewhere.example"), Fixture.renewing("other"));

        assertThat(fixture.vault.revocations).hasValue(1);
        assertThat(fixture.vault.closes).hasValue(1);
        assertThat(fixture.resolve("token")).isEqualTo("new");
        assertThat(fixture.vault.logins).hasValue(2);
    }

    @Test
    void edit_ofAnotherSetting_keepsTheSourceAndDropsValues() {
        fixture.resolve("token");
        fixture.vault.put("token", "new");

        VaultIntegration edited = fixture.manager.edit("team", Settings.of("note", "hello"));

        assertThat(edited.settings().get("note")).contains("hello");
        assertThat(edited.generation()).isEqualTo(2);
        assertThat(fixture.resolve("token")).isEqualTo("new");
    }

    @Test
    void edit_withUnknownSettings_reportsAllAndChangesNothing() {
        assertThatThrownBy(
                        () -> fixture.manager.edit("team", Settings.of("x", "1").with("y", "2")))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.problems())
                        .hasSize(2));
        assertThat(fixture.resolve("token")).isEqualTo("old");
    }

    @Test
    void edit_whileDisconnected_isRefused() {
        fixture.manager.disconnect("team");
        assertThatThrownBy(() -> fixture.manager.edit("team", Settings.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("disconnected");
    }
}
