package io.claviger.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.ConfigurationException;
import io.claviger.SecretReference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceRulesTest {

    @ParameterizedTest
    @CsvSource({
        "'',       The alias of a reference is empty.",
        "Team,     An alias begins with a small letter a to z.",
        "te_am,    'An alias consists of small letters a to z, digits and hyphens.'",
    })
    void of_badAlias_isRefused(String alias, String reason) {
        assertProblem(alias, List.of("b"), Map.of(), null, reason);
    }

    @Test
    void of_longAlias_isRefusedFrom64Characters() {
        assertThatCode(() -> SecretReference.of("a".repeat(63), "b")).doesNotThrowAnyException();
        assertProblem("a".repeat(64), List.of("b"), Map.of(), null, "An alias has at most 63 characters.");
    }

    @Test
    void of_credentialAsAlias_isNotRepeated() {
        assertThat(problems("user:hunter2@a:8200", List.of("b"), Map.of(), null))
                .singleElement()
                .asString()
                .doesNotContain("hunter2", "user", "8200");
    }

    @Test
    void of_badPath_isRefused() {
        assertProblem("a", List.of(), Map.of(), null, "The path of a reference has no segment.");
        assertProblem("a", List.of("b", ""), Map.of(), null, "Segment 2 of the path is empty.");
        assertProblem(
                "a",
                List.of("b", "c\0"),
                Map.of(),
                null,
                "Segment 2 of the path: The control character U+0000 is not allowed in the path.");
        assertProblem(
                "a",
                List.of("\ud800x"),
                Map.of(),
                null,
                "Segment 1 of the path: The unpaired surrogate U+D800 is not allowed in the path.");
    }

    @Test
    void of_badParameter_isRefused() {
        assertProblem("a", List.of("b"), Map.of("", "1"), null, "The name of a parameter is empty.");
        assertProblem("a", List.of("b"), Map.of("V", "1"), null, "The name of a parameter begins with a small letter");
        assertProblem("a", List.of("b"), Map.of("v", ""), null, "The value of the parameter v is empty.");
        assertProblem(
                "a", List.of("b"), Map.of("v", "\n"), null, "The value of the parameter v: The control character");
    }

    @Test
    void of_badField_isRefused() {
        assertProblem("a", List.of("b"), Map.of(), "", "The field of a reference is empty.");
        assertProblem("a", List.of("b"), Map.of(), "\u009f", "The field of a reference: The control character U+009F");
        assertProblem("a", List.of("b"), Map.of(), "/~", "In a pointer a tilde stands only before 0 or 1.");
        assertThatCode(() -> SecretReference.of("a", "b").withField("a~")).doesNotThrowAnyException();
    }

    @Test
    void of_longText_isRefusedByItsPrintedLength() {
        String longest = "b".repeat(4_096 - "vault://a/".length());
        assertThat(SecretReference.of("a", longest).toString()).hasSize(4_096);
        assertProblem("a", List.of(longest + "b"), Map.of(), null, "has at most 4,096 characters.");
        assertProblem("a", List.of(longest.substring(1) + " "), Map.of(), null, "has at most 4,096 characters.");
    }

    @Test
    void of_severalBadParts_reportsEachOfThem() {
        assertThat(problems("A", List.of(), Map.of("", ""), "")).hasSize(4);
    }

    private static void assertProblem(
            String alias, List<String> path, Map<String, String> parameters, @Nullable String field, String reason) {
        assertThat(problems(alias, path, parameters, field))
                .singleElement()
                .asString()
                .contains(reason)
                .endsWith(".")
                .hasSizeGreaterThan(reason.length() + 10);
    }

    private static List<String> problems(
            String alias, List<String> path, Map<String, String> parameters, @Nullable String field) {
        return catchThrowableOfType(
                        ConfigurationException.class, () -> SecretReference.of(alias, path, parameters, field))
                .problems();
    }
}
