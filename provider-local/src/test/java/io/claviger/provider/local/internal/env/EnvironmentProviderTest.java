package io.claviger.provider.local.internal.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.Administration;
import io.claviger.ConfigurationException;
import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.TimeSource;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentProviderTest {

    private static final SecretReference REFERENCE = SecretReference.of("here", "DB_PASSWORD");
    private static final Call CALL = Call.within(Duration.ofMinutes(1), TimeSource.system());

    private final Map<String, String> environment = new HashMap<>();
    private final VaultClient client = new EnvironmentClient("APP_", environment::get);
    private final Session session = client.authenticate(Credentials.none(), CALL);

    private Locator locator() {
        return client.locate(REFERENCE).locator();
    }

    @Test
    void locate_reference_isTheVariableWithPrefixAndField() {
        assertThat(locator()).isEqualTo(Locator.of(List.of("APP_DB_PASSWORD"), Map.of()));
        assertThat(client.locate(REFERENCE.withField("user")).field()).contains("user");
    }

    @Test
    void locate_whatDoesNotFit_isRefused() {
        assertThatThrownBy(() -> client.locate(SecretReference.of("here", "A", "B")))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> client.locate(SecretReference.of("here", "A=B")))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> client.locate(REFERENCE.withParameter("version", "1")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("parameters");
    }

    @Test
    void read_variable_isItsTextOfNow() {
        environment.put("APP_DB_PASSWORD", "first\n");
        assertThat(session.read(locator(), CALL).value().orElseThrow().revealText())
                .isEqualTo("first\n");

        environment.put("APP_DB_PASSWORD", "second");
        assertThat(session.read(locator(), CALL).value().orElseThrow().revealText())
                .isEqualTo("second");
    }

    @Test
    void read_variableNotSet_isNotFound() {
        VaultFailure failure = catchThrowableOfType(VaultFailure.class, () -> session.read(locator(), CALL));

        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure.detail()).contains("APP_DB_PASSWORD", "not set");
    }

    @Test
    void write_variable_isRefused() {
        assertThat(catchThrowableOfType(
                                VaultFailure.class, () -> session.write(locator(), SecretValue.ofText("1"), CALL))
                        .kind())
                .isEqualTo(Kind.MISCONFIGURED);
    }

    @Test
    void open_withoutPrefix_readsTheEnvironmentOfThisProcess() {
        VaultClient real = new EnvironmentProvider().open(Settings.empty());
        Locator path = real.locate(SecretReference.of("here", "PATH")).locator();

        assertThat(real.authenticate(Credentials.none(), CALL)
                        .read(path, CALL)
                        .value()
                        .orElseThrow()
                        .revealText())
                .isEqualTo(System.getenv("PATH"));
    }

    @Test
    void open_impossiblePrefix_isRefused() {
        assertThatThrownBy(() -> new EnvironmentProvider().open(Settings.of("prefix", "A=")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'prefix'");
    }

    @Test
    void descriptor_environment_isTheTeamsAndReadOnly() {
        assertThat(new EnvironmentProvider().descriptor().administration()).isEqualTo(Administration.TEAM);
        assertThat(new EnvironmentProvider().descriptor().writable()).isFalse();
        assertThat(new EnvironmentProvider().descriptor().credentials()).isEmpty();
    }
}
