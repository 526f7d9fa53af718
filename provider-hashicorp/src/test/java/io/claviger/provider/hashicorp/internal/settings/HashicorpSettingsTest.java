package io.claviger.provider.hashicorp.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.ConfigurationException;
import io.claviger.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashicorpSettingsTest {

    private static final Settings GOOD = Settings.of("address", "https://vault.example:8200");

    @Test
    void of_addressAlone_hasDefaults() {
        HashicorpSettings settings = HashicorpSettings.of(GOOD);
        assertThat(settings.address()).isEqualTo(URI.create("https://vault.example:8200"));
        assertThat(settings.namespace()).isEmpty();
        assertThat(settings.authMount()).containsExactly("approle");
        assertThat(settings.kvVersion()).isEmpty();
        assertThat(settings.trust()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Vault.Example:8200/, https://vault.example:8200",
        "https://vault.example, https://vault.example:443",
        "' https://10.0.0.1:8200 ', https://10.0.0.1:8200",
        "http://localhost:8200, http://localhost:8200",
        "http://127.0.0.1:8200, http://127.0.0.1:8200",
        "http://[::1]:8200, http://[::1]:8200",
        "http://localhost, http://localhost:80",
        "http://127.8.8.8, http://127.8.8.8:80",
        "http://LocalHost., http://localhost:80",
        "https://vault.example.:8200, https://vault.example:8200",
        "https://vault, https://vault:443",
        "https://[2001:DB8:0::1], https://[2001:db8::1]:443",
        "https://[::ffff:127.0.0.1], https://127.0.0.1:443"
    })
    void of_address_isMadeCanonical(String given, String canonical) {
        assertThat(HashicorpSettings.of(Settings.of("address", given)).address())
                .isEqualTo(URI.create(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vault.example:8200",
                "//vault.example",
                "ftp://vault.example",
                "file:///etc/passwd",
                "https:vault.example",
                "https://",
                "https://:8200",
                "https://user:c4n4ry@vault.example",
                "https://c4n4ry@vault.example",
                "https://us er:c4n4ry@vault.example",
                "https://c4n4ry@under_score",
                "https://under_score",
                "https://vault.example:0",
                "https://vault.example:65536",
                "https://vault.example/v1",
                "https://vault.example//",
                "https://vault.example?token=c4n4ry",
                "https://vault.example#c4n4ry",
                "http://vault.example:8200",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "http://10.0.0.1",
                "http://[::2]:8200",
                "https://2130706433",
                "https://0x7f000001",
                "https://0177.0.0.1",
                "https://127.1",
                "https://[fe80::1%25lo]",
                "https://vault%2eexample"
            })
    void of_wrongAddress_isRefusedWithoutQuotingIt(String address) {
        assertThatThrownBy(() -> HashicorpSettings.of(Settings.of("address", address)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("The setting address")
                .hasMessageNotContaining("c4n4ry")
                .hasNoCause();
    }

    @Test
    void of_plainHttpAllowedByTheHost_isTaken() {
        Settings settings = Settings.of("address", "http://vault.example:8200").with("allow-plain-http", "true");
        assertThat(HashicorpSettings.of(settings).address()).hasScheme("http");
    }

    @ParameterizedTest
    @CsvSource({"team, team", "/team/, team", "//team/a//, team/a", "te~am-1_x, te~am-1_x"})
    void of_namespace_isMadeCanonical(String given, String canonical) {
        assertThat(HashicorpSettings.of(GOOD.with("namespace", given)).namespace())
                .hasValue(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "root", "/root/"})
    void of_namespaceOfTheRoot_isNone(String given) {
        assertThat(HashicorpSettings.of(GOOD.with("namespace", given)).namespace())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a//b", "a/../b", ".", "a b", "a\nb", "\u00e9"})
    void of_wrongNamespaceOrMount_isRefused(String given) {
        assertThatThrownBy(() -> HashicorpSettings.of(GOOD.with("namespace", given)))
                .hasMessageContaining("namespace");
        assertThatThrownBy(() -> HashicorpSettings.of(GOOD.with("auth-mount", given)))
                .hasMessageContaining("auth-mount");
    }

    @Test
    void of_authMountWithSlashes_isTakenApart() {
        assertThat(HashicorpSettings.of(GOOD.with("auth-mount", "/team/approle/"))
                        .authMount())
                .containsExactly("team", "approle");
    }

    @ParameterizedTest
    @CsvSource({"1, ONE", "2, TWO"})
    void of_kvVersion_isTaken(String given, KvVersion version) {
        assertThat(HashicorpSettings.of(GOOD.with("kv-version", given)).kvVersion())
                .hasValue(version);
    }

    @Test
    void of_caFileThatIsNone_isRefused(@TempDir Path folder) throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        Path garbage = Files.writeString(folder.resolve("garbage.pem"), "-----BEGIN CERTIFICATE-----\nc4n4ry\n");
        for (Path file : new Path[] {folder.resolve("none.pem"), folder, empty, garbage}) {
            assertThatThrownBy(() -> HashicorpSettings.of(GOOD.with("ca-file", file.toString())))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("ca-file")
                    .hasMessageNotContaining("c4n4ry")
                    .hasNoCause();
        }
        assertThatThrownBy(() -> HashicorpSettings.of(GOOD.with("ca-file", "\0")))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void of_manyProblems_reportsAllTogether() {
        Settings settings = Settings.of("address", "ftp://x")
                .with("namespace", "a//b")
                .with("auth-mount", "")
                .with("kv-version", "3")
                .with("ca-file", "none")
                .with("allow-plain-http", "yes");
        ConfigurationException exception =
                catchThrowableOfType(ConfigurationException.class, () -> HashicorpSettings.of(settings));
        assertThat(exception.problems()).hasSize(6);
    }
}
