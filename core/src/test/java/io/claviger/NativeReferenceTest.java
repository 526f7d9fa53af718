package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Fixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R5: native forms select a configured integration, and only one")
class NativeReferenceTest {

    private final Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void reference_inCanonicalForm_isParsed() {
        assertThat(fixture.manager.reference("vault://anywhere/a#b")).hasToString("vault://anywhere/a#b");
    }

    @Test
    void reference_inANativeForm_selectsTheIntegrationThatRecognizesIt() {
        assertThat(fixture.manager.reference("fake:db")).hasToString("vault://team/db");
        assertThat(fixture.vault.logins).hasValue(0);
    }

    @Test
    void reference_thatSeveralRecognize_listsThem() {
        fixture.manager.connect("other", "fake", Settings.empty(), Fixture.renewing("robot"));

        assertThatThrownBy(() -> fixture.manager.reference("fake:db"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("[other, team]");
    }

    @Test
    void reference_thatNoneRecognizes_isRefused() {
        fixture.manager.disconnect("team");
        assertThatThrownBy(() -> fixture.manager.reference("fake:db"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("No connected integration recognizes");
    }

    @Test
    void parse_ofANativeForm_isRefused() {
        assertThatThrownBy(() -> SecretReference.parse("fake:db")).isInstanceOf(SyntaxException.class);
    }
}
