package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.URISyntaxException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Design §5: allowed domains")
class AllowedDomainsTest {

    @Test
    @DisplayName("§5: the default is any")
    void any_everyTarget_isAllowed() {
        assertThat(AllowedDomains.any().restricted()).isFalse();
        assertThat(AllowedDomains.any().allows("jdbc:postgresql://db/app")).isTrue();
        assertThat(AllowedDomains.any().allows(URI.create("http://127.0.0.1/"))).isTrue();
        assertThat(AllowedDomains.any()).hasToString("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " \t\r\n "})
    void parse_blankText_isAny(String text) {
        assertThat(AllowedDomains.parse(text)).isEqualTo(AllowedDomains.any());
    }

    @Test
    void parse_patterns_isRestricted() {
        assertThat(AllowedDomains.parse("example.com").restricted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://Example.COM./a/b        | example.com",
                "HTTP://*.example.com:8080/      | http://*.example.com:8080",
                "b.example, a.example,b.example. | a.example, b.example",
                "b\u00fccher.example             | xn--bcher-kva.example",
                "[2001:0DB8:0:0:0:0:0:1]:443     | [2001:db8::1]:443",
                "[::ffff:192.0.2.1]              | 192.0.2.1",
                "localhost                       | localhost",
            })
    void toString_anySpelling_isCanonical(String text, String canonical) {
        AllowedDomains domains = AllowedDomains.parse(text);

        assertThat(domains).hasToString(canonical).isEqualTo(AllowedDomains.parse(canonical));
        assertThat(domains.hashCode()).isEqualTo(AllowedDomains.parse(canonical).hashCode());
    }

    @Test
    void equals_otherSchemePortOrWildcard_differs() {
        assertThat(AllowedDomains.parse("example.com"))
                .isNotEqualTo(AllowedDomains.parse("http://example.com"))
                .isNotEqualTo(AllowedDomains.parse("example.com:443"))
                .isNotEqualTo(AllowedDomains.parse("*.example.com"))
                .isNotEqualTo(AllowedDomains.any());
    }

    @Test
    void parse_severalProblems_reportsEachWithItsColumn() {
        ConfigurationException error = catchThrowableOfType(
                ConfigurationException.class,
                () -> AllowedDomains.parse("com, ok.example, wss://a.example, b_c.example"));

        assertThat(error.problems()).hasSize(3);
        assertThat(error.problems().get(0)).startsWith("allowed domains, column 1: ");
        assertThat(error.problems().get(1)).startsWith("allowed domains, column 18: ");
        assertThat(error.problems().get(2)).startsWith("allowed domains, column 36: ");
    }

    @Test
    void parse_moreThanTheBounds_isRefused() {
        String hundred = "example.com,".repeat(99) + "example.com";

        assertThatCode(() -> AllowedDomains.parse(hundred)).doesNotThrowAnyException();
        assertThatThrownBy(() -> AllowedDomains.parse(hundred + ",example.com"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("at most 100 patterns");
        assertThatThrownBy(() -> AllowedDomains.parse("example.com/" + "a".repeat(5_000)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("4,096 characters");
    }

    @Test
    @DisplayName("§5: tested on the final target, however it was put together")
    void allows_derivedAddress_goesByItsOwnHost() throws URISyntaxException {
        AllowedDomains domains = AllowedDomains.parse("example.com");

        assertThat(domains.allows(new URI("https", "example.com", "/a", null))).isTrue();
        assertThat(domains.allows(new URI("https", "user", "example.com", 443, "/a", null, null)))
                .isFalse();
        assertThat(domains.allows(URI.create("https://example.com/a/b").resolve("../c")))
                .isTrue();
        assertThat(domains.allows(URI.create("https://example.com/a").resolve("//evil.test/")))
                .isFalse();
        assertThat(domains.allows(URI.create("https:/x/..//example.com/").normalize()))
                .isFalse();
    }
}
