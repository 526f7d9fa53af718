package io.claviger.provider.hashicorp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.ConfigurationException;
import io.claviger.SecretReference;
import io.claviger.spi.Location;
import io.claviger.spi.VaultClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** References that mean the same secret have equal locators, and none can leave its path. */
class LocateTest {

    private static final SecretReference SECRET = SecretReference.of("vault", "team", "kv", "app", "db");

    private static Location locate(SecretReference reference) {
        try (VaultClient client = Vaults.open(URI.create("https://vault.example"))) {
            return client.locate(reference);
        }
    }

    @Test
    void locate_pathAndField_keepsBoth() {
        Location location = locate(SECRET.withField("/a/b"));
        assertThat(location.locator().path()).containsExactly("team", "kv", "app", "db");
        assertThat(location.locator().parameter("version")).isEmpty();
        assertThat(location.field()).hasValue("/a/b");
        assertThat(locate(SECRET).field()).isEmpty();
    }

    @Test
    void locate_anotherField_isTheSameRead() {
        assertThat(locate(SECRET.withField("user")).locator())
                .isEqualTo(locate(SECRET.withField("password")).locator());
    }

    @Test
    void locate_versionWithLeadingZeros_isTheSameRead() {
        assertThat(locate(SECRET.withParameter("version", "007")).locator())
                .isEqualTo(locate(SECRET.withParameter("version", "7")).locator())
                .isNotEqualTo(locate(SECRET).locator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "-1", "+1", "1.0", "abc", " 1", "1 ", "\u0661", "9999999999999999999"})
    void locate_wrongVersion_isRefused(String version) {
        assertThatThrownBy(() -> locate(SECRET.withParameter("version", version)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("version");
    }

    @Test
    void locate_unknownParameter_isRefused() {
        assertThatThrownBy(() -> locate(SECRET.withParameter("stage", "x"))).hasMessageContaining("parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a/b", "/"})
    void locate_segmentThatLeavesThePath_isRefused(String segment) {
        assertThatThrownBy(() -> locate(SecretReference.of("vault", "kv", segment, "a")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("segment");
    }

    @Test
    void locate_oneSegment_isRefused() {
        assertThatThrownBy(() -> locate(SecretReference.of("vault", "kv"))).hasMessageContaining("one segment");
    }

    @Test
    void locate_severalProblems_reportsAllTogether() {
        SecretReference wrong = SecretReference.of("vault", List.of("."), Map.of("version", "0", "x", "y"), null);
        assertThatThrownBy(() -> locate(wrong))
                .isInstanceOfSatisfying(ConfigurationException.class, exception -> assertThat(exception.problems())
                        .hasSize(4));
    }
}
