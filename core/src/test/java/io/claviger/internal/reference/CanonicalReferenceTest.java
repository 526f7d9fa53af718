package io.claviger.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretReference;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalReferenceTest {

    static Stream<Arguments> wellFormed() {
        return ReferenceTable.rows("valid.tsv");
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource("wellFormed")
    @DisplayName("R1: every spelling of a reference is printed in one canonical way")
    void parse_wellFormedText_printsCanonicalText(String text, String canonical) {
        assertThat(SecretReference.parse(text)).hasToString(canonical.equals("=") ? text : canonical);
    }

    @Test
    void parse_everyPart_isDecoded() {
        SecretReference reference = SecretReference.parse("vault://team/a%2Fb/../c+d?b=1%262&a=x=y#my%20key");
        assertThat(reference.alias()).isEqualTo("team");
        assertThat(reference.path()).containsExactly("a/b", "..", "c+d");
        assertThat(reference.parameters()).containsExactly(Map.entry("a", "x=y"), Map.entry("b", "1&2"));
        assertThat(reference.field()).contains("my key");
    }

    @Test
    void parse_noParametersAndNoField_areEmpty() {
        SecretReference reference = SecretReference.parse("vault://team/a");
        assertThat(reference.parameters()).isEmpty();
        assertThat(reference.field()).isEmpty();
    }

    @Test
    void parse_encodedSlashOfPointer_isThePointer() {
        assertThat(SecretReference.parse("vault://a/b#%2Fc/0").field()).contains("/c/0");
        assertThat(SecretReference.parse("vault://a/b#/c~1d").field()).contains("/c~1d");
    }

    @Test
    void of_slashInSegment_isNotTheSameAsTwoSegments() {
        assertThat(SecretReference.of("a", "b/c")).isNotEqualTo(SecretReference.of("a", "b", "c"));
    }

    @Test
    void of_parametersInAnyOrder_areEqual() {
        SecretReference one =
                SecretReference.of("a", List.of("b"), Map.of("x", "1"), null).withParameter("c", "2");
        SecretReference other =
                SecretReference.of("a", List.of("b"), Map.of("c", "2"), null).withParameter("x", "1");
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasToString("vault://a/b?c=2&x=1");
    }
}
