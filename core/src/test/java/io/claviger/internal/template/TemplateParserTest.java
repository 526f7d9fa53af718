package io.claviger.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretReference;
import io.claviger.Template;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateParserTest {

    static Stream<Arguments> templates() {
        return Stream.of(
                Arguments.of("{{vault:a}}", List.of(name("a"))),
                Arguments.of("{{vault:a}}{{vault:b}}", List.of(name("a"), name("b"))),
                Arguments.of("x{{vault:a}}y", List.of(literal("x"), name("a"), literal("y"))),
                Arguments.of("{{vault:db-1.x_Y}}", List.of(name("db-1.x_Y"))),
                Arguments.of("{{vault:caf\u00e9}}", List.of(name("caf\u00e9"))),
                Arguments.of("{{vault://a/b?v=1#/c}}", List.of(direct("vault://a/b?v=1#/c"))),
                Arguments.of("{{vault://a/b%7d%7d}}", List.of(direct("vault://a/b%7D%7D"))),
                Arguments.of("{{{vault:a}}}", List.of(literal("{"), name("a"), literal("}"))),
                Arguments.of("{{{{vault:a}}}}", List.of(literal("{{"), name("a"), literal("}}"))),
                Arguments.of("{{x{{vault:a}}", List.of(literal("{{x"), name("a"))),
                Arguments.of("}}{{vault:a}}", List.of(literal("}}"), name("a"))),
                Arguments.of("\\{{vault:a}}", List.of(literal("{{vault:a}}"))),
                Arguments.of("\\\\{{vault:a}}", List.of(literal("\\{{vault:a}}"))),
                Arguments.of("\\{{{vault:a}}", List.of(literal("{{{vault:a}}"))),
                Arguments.of("\\{{{{vault:a}}", List.of(literal("{{"), name("a"))),
                Arguments.of("{{vault:a}}\\{{vault:b}}", List.of(name("a"), literal("{{vault:b}}"))),
                Arguments.of("\\{{\\{{", List.of(literal("{{{{"))),
                Arguments.of("\\{vault:a}}", List.of(literal("\\{vault:a}}"))),
                Arguments.of("\\x{{vault:a}}\\", List.of(literal("\\x"), name("a"), literal("\\"))));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void parse_wellFormedTemplate_givesParts(String text, List<Template.Part> parts) {
        assertThat(TemplateParser.parse(text)).isEqualTo(parts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "{",
                "{{",
                "}}",
                "{{}}",
                "{{x}}",
                "{{ vault:a }}",
                "{{Vault:a}}",
                "{{vault}}",
                "{{vaults:a}}",
                "{vault:a}",
                "vault:a}}",
                "{ {vault:a}}",
                "$\\1",
                "\\",
                "{\"a\":{\"b\":{}}}",
                "{{{{{{",
                "\ud83d",
                "a\r\nb"
            })
    void parse_otherBraces_arePlainText(String text) {
        assertThat(TemplateParser.parse(text)).containsExactly(literal(text));
    }

    @Test
    void parse_emptyText_hasNoParts() {
        assertThat(TemplateParser.parse("")).isEmpty();
    }

    private static Template.Part literal(String text) {
        return new Template.Literal(text);
    }

    private static Template.Part name(String name) {
        return new Template.LinkedName(name);
    }

    private static Template.Part direct(String text) {
        return new Template.DirectReference(SecretReference.parse(text));
    }
}
