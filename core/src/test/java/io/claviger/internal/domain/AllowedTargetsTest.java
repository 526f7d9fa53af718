package io.claviger.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.AllowedDomains;
import io.claviger.support.TextTable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Design §5: IDN, case, trailing dots, user-info and IP spellings must not fool it")
class AllowedTargetsTest {

    static Stream<Arguments> targets() {
        return TextTable.rows(AllowedTargetsTest.class, "targets.tsv");
    }

    @ParameterizedTest(name = "{index}: {2}")
    @MethodSource("targets")
    void allows_targetAsText_givesTheVerdict(String patterns, String target, String verdict) {
        assertThat(verdict(AllowedDomains.parse(patterns).allows(target)))
                .as("%s for %s", target, patterns)
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{index}: {2}")
    @MethodSource("targets")
    void allows_targetAsUri_givesTheVerdict(String patterns, String target, String verdict) {
        uri(target).ifPresent(uri -> assertThat(
                        verdict(AllowedDomains.parse(patterns).allows(uri)))
                .isEqualTo(verdict));
    }

    @ParameterizedTest(name = "{index}: {2}")
    @MethodSource("targets")
    void toString_patternsOfTheTable_roundTrips(String patterns, String target, String verdict) {
        AllowedDomains domains = AllowedDomains.parse(patterns);

        assertThat(AllowedDomains.parse(domains.toString())).isEqualTo(domains).hasToString(domains.toString());
    }

    @Test
    void targetTable_counted_hasMoreThanTheRequiredCases() {
        assertThat(targets()).hasSizeGreaterThan(290);
    }

    private static String verdict(boolean allowed) {
        return allowed ? "allowed" : "refused";
    }

    private static Optional<URI> uri(String target) {
        try {
            return Optional.of(new URI(target));
        } catch (URISyntaxException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
