package io.claviger.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.SyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedTemplateTest {

    private static final String NOT_CLOSED = "A reference is not closed.";
    private static final String SPACE = "There is a space inside the braces of a reference.";
    private static final String NESTED = "Braces are opened inside a reference.";
    private static final String NATIVE = "This is neither a secret name nor the canonical form of a reference.";
    private static final String USER_INFO = "User-info is not allowed in a reference.";

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("{{vault:", 1, 1, NOT_CLOSED),
                Arguments.of("ab{{vault:name}", 1, 3, NOT_CLOSED),
                Arguments.of("a\nb\n {{vault://a/b", 3, 2, NOT_CLOSED),
                Arguments.of("{{vault:a}}{{vault:b", 1, 12, NOT_CLOSED),
                Arguments.of("{{vault:}}", 1, 9, "A secret name is empty."),
                Arguments.of("{{vault: a}}", 1, 9, SPACE),
                Arguments.of("{{vault:a }}", 1, 10, SPACE),
                Arguments.of("{{vault: }}", 1, 9, SPACE),
                Arguments.of("{{vault://a/b }}", 1, 14, SPACE),
                Arguments.of("{{vault:a\n}}", 1, 10, SPACE),
                Arguments.of("{{vault:{{x}}_y}}", 1, 9, NESTED),
                Arguments.of("{{vault:a_{{x}}}}", 1, 11, NESTED),
                Arguments.of("{{vault:a and {{vault:b}}", 1, 15, NESTED),
                Arguments.of("{{vault://a/{{x}}#f}}", 1, 13, NESTED),
                Arguments.of("{{vault:op://vault/item/field}}", 1, 9, NATIVE),
                Arguments.of("{{vault:https://user:hunter2@host/x}}", 1, 9, NATIVE),
                Arguments.of("{{vault:arn:aws:secretsmanager:x}}", 1, 9, NATIVE),
                Arguments.of("{{vault:/a/b}}", 1, 9, NATIVE),
                Arguments.of("{{vault:vault://a/b}}", 1, 9, NATIVE),
                Arguments.of("{{vault:a b}}", 1, 10, "The character U+0020 is not allowed in a secret name."),
                Arguments.of("{{vault:a}b}}", 1, 10, "The character U+007D (}) is not allowed in a secret name."),
                Arguments.of("{{vault:a#b}}", 1, 10, "The character U+0023 (#) is not allowed in a secret name."),
                Arguments.of("{{vault:cafe\u0301}}", 1, 12, "A secret name is not in Unicode normal form C."),
                Arguments.of("{{vault:" + "a".repeat(129) + "}}", 1, 137, "A secret name has at most 128 characters."),
                Arguments.of("{{vault://}}", 1, 11, "The alias of an integration is missing."),
                Arguments.of("{{vault://a}}", 1, 12, "The path is missing."),
                Arguments.of("x{{vault://user:hunter2@a/b}}", 1, 12, USER_INFO),
                Arguments.of("{{vault://a:8200/b}}", 1, 12, "A port is not allowed in a reference."),
                Arguments.of("{{vault://a/b?v=%2}}", 1, 17, "The percent-encoding is cut off."),
                Arguments.of("1\n2\r\n{{vault://a/b#/~2}}", 3, 16, "In a pointer a tilde stands only before 0 or 1."),
                Arguments.of("{{vault://a/b\nc}}", 1, 14, "The control character U+000A is not allowed in the path."),
                Arguments.of(
                        "{{vault://a\nb:1/c}}",
                        1,
                        12,
                        "An alias consists of small letters a to z, digits and hyphens."),
                Arguments.of("\n\n  {{vault:a b}}", 3, 12, "The character U+0020 is not allowed in a secret name."),
                Arguments.of("\r\n\r\n{{vault:a b}}", 3, 10, "The character U+0020 is not allowed in a secret name."),
                Arguments.of("a\rb{{vault:a b}}", 1, 13, "The character U+0020 is not allowed in a secret name."));
    }

    @ParameterizedTest(name = "{index}: line {1}, column {2}, {3}")
    @MethodSource("malformed")
    void compile_malformedTemplate_givesLineColumnAndReason(String text, int line, int column, String reason) {
        SyntaxException error = error(text);
        assertThat(error.reason()).isEqualTo(reason);
        assertThat(error.line()).isEqualTo(line);
        assertThat(error.column()).isEqualTo(column);
        assertThat(error.remedy()).endsWith(".").hasSizeGreaterThan(10);
        assertThat(error.getMessage()).doesNotContain("hunter2", "8200", "op:");
        assertThat(error).hasNoCause().hasNoSuppressedExceptions();
    }

    @Test
    void compile_nativeForm_remedyShowsTheCanonicalForm() {
        assertThat(error("{{vault:op://vault/item}}").remedy()).contains("{{vault://alias/path#field}}");
    }

    @Test
    void compile_longReferenceInside_isRefusedInPlace() {
        SyntaxException error = error("x\n{{vault://a/" + "b".repeat(5_000) + "}}");
        assertThat(error.line()).isEqualTo(2);
        assertThat(error.column()).isEqualTo(2 + 4_097);
    }

    private static SyntaxException error(String text) {
        return catchThrowableOfType(SyntaxException.class, () -> TemplateParser.parse(text));
    }
}
