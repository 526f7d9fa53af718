package io.claviger.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.SecretReference;
import io.claviger.SyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedReferenceTest {

    static Stream<Arguments> malformed() {
        return ReferenceTable.rows("malformed.tsv");
    }

    @ParameterizedTest(name = "{index}: column {1}, {2}")
    @MethodSource("malformed")
    @DisplayName("R3: every error gives column, reason and remedy")
    void parse_malformedText_givesColumnReasonAndRemedy(String text, int column, String reason) {
        SyntaxException error = error(text);
        assertThat(error.reason()).isEqualTo(reason);
        assertThat(error.column()).isEqualTo(column);
        assertThat(error.line()).isEqualTo(1);
        assertThat(error.remedy()).endsWith(".").hasSizeGreaterThan(10);
        assertThat(error)
                .hasMessage("line 1, column " + column + ": " + reason + " " + error.remedy())
                .hasNoCause()
                .hasNoSuppressedExceptions();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    @DisplayName("R2: a message does not repeat what stands in the place of the alias")
    void parse_malformedText_messageHoldsNoCredential(String text) {
        assertThat(error(text).getMessage()).doesNotContain("hunter2", "8200", "user:");
    }

    @Test
    void malformedTable_counted_hasMoreThanTheRequiredCases() {
        assertThat(malformed()).hasSizeGreaterThan(70);
    }

    @ParameterizedTest
    @CsvSource({
        "vault://a/b c,        Write %20 in its place.",
        "vault://a/b}c,        Write %7D in its place.",
        "vault://a/caf\u00e9,  Write %C3%A9 in its place.",
        "vault://a/\u20ac,     Write %E2%82%AC in its place.",
        "vault://a/b?v=1?w=2,  'Write %3F, or & if another parameter begins there.'",
        "vault://a/b#f#g,      Write %23 in its place.",
    })
    void parse_rawCharacter_remedyShowsHowToEncodeIt(String text, String remedy) {
        assertThat(error(text).remedy()).isEqualTo(remedy);
    }

    @Test
    void parse_emojiInPath_remedyEncodesTheWholeCharacter() {
        assertThat(error("vault://a/\ud83d\ude00").remedy()).isEqualTo("Write %F0%9F%98%80 in its place.");
    }

    private static SyntaxException error(String text) {
        return catchThrowableOfType(SyntaxException.class, () -> SecretReference.parse(text));
    }
}
