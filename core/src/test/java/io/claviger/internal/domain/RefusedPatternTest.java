package io.claviger.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.AllowedDomains;
import io.claviger.ConfigurationException;
import io.claviger.support.TextTable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Design §5: patterns are refused with column, reason and remedy; public-suffix patterns are")
class RefusedPatternTest {

    static Stream<Arguments> refused() {
        return TextTable.rows(RefusedPatternTest.class, "patterns.tsv");
    }

    @ParameterizedTest(name = "{index}: column {1}, {2}")
    @MethodSource("refused")
    void parse_refusedPattern_givesColumnReasonAndRemedy(String text, int column, String reason) {
        String problem = problem(text);

        assertThat(problem)
                .startsWith("allowed domains, column " + column + ": " + reason + " ")
                .endsWith(".");
        assertThat(problem.substring(problem.indexOf(reason) + reason.length())).hasSizeGreaterThan(10);
    }

    @ParameterizedTest(name = "{index}: column {1}, {2}")
    @MethodSource("refused")
    void parse_refusedPattern_messageHoldsNoUserInfo(String text, int column, String reason) {
        assertThat(problem(text)).doesNotContain("hunter2", "user:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "*.example.co.uk", "city.kawasaki.jp", "me.github.io", "*.me.github.io"})
    void parse_namesBelowAPublicSuffix_areTaken(String text) {
        assertThat(AllowedDomains.parse(text)).hasToString(text);
    }

    @Test
    void patternTable_counted_hasItsCases() {
        assertThat(refused()).hasSizeGreaterThan(95);
    }

    // the first of a text with several: each pattern has its own
    private static String problem(String text) {
        return catchThrowableOfType(ConfigurationException.class, () -> AllowedDomains.parse(text))
                .problems()
                .get(0);
    }
}
