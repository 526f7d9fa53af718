package io.claviger.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.claviger.SecretReference;
import io.claviger.SyntaxException;
import io.claviger.Template;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TemplatePropertiesTest {

    @Property
    @Label("The parts of a template, written down again, are its source")
    void parse_literalsAndReferences_reproduceTheSource(@ForAll("documents") List<Template.Part> parts) {
        String source = written(parts);
        List<Template.Part> parsed = Template.compile(source).parts();
        assertThat(written(parsed)).isEqualTo(source);
        assertThat(references(parsed)).isEqualTo(references(parts));
        assertThat(parsed).doesNotContain(new Template.Literal(""));
        for (int i = 1; i < parsed.size(); i++) {
            assertThat(parsed.get(i - 1) instanceof Template.Literal && parsed.get(i) instanceof Template.Literal)
                    .isFalse();
        }
    }

    @Property
    @Label("A text without references is one literal, with its escapes taken away")
    void parse_noReference_isOneLiteral(@ForAll("plainTexts") String text) {
        assertThat(TemplateParser.parse(text)).containsExactly(new Template.Literal(text.replace("\\{{", "{{")));
    }

    @Property(tries = 5_000)
    @Label("Any text is read, or refused with a place inside it")
    void parse_anyText_returnsOrGivesPlace(@ForAll("garbage") String text) {
        Throwable thrown = catchThrowable(() -> TemplateParser.parse(text));
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(SyntaxException.class).hasNoCause();
            assertPlaceIn(text, (SyntaxException) thrown);
        }
    }

    @Provide
    Arbitrary<List<Template.Part>> documents() {
        Arbitrary<Template.Part> literals = fragments(
                        " ", "\n", "\r\n", "{", "}", "}}", "$", "vault:", "a", "\u00e9", "[")
                .filter(text -> !text.endsWith("{"))
                .map(Template.Literal::new);
        Arbitrary<Template.Part> names =
                Arbitraries.of("a", "db_password", "caf\u00e9", "x.y-z").map(Template.LinkedName::new);
        Arbitrary<Template.Part> direct = Arbitraries.of("vault://a/b", "vault://a/b?v=1#/c/0", "vault://a/%7D%7D#%7B")
                .map(SecretReference::parse)
                .map(Template.DirectReference::new);
        return Arbitraries.oneOf(literals, names, direct).list().ofMaxSize(12).withoutEdgeCases();
    }

    @Provide
    Arbitrary<String> plainTexts() {
        return fragments("\\{{", "{{", "{", "}}", "\\", "vault", ":", "x", "\n", "$1")
                .filter(text -> !text.isEmpty() && !text.contains("{{vault:"));
    }

    @Provide
    Arbitrary<String> garbage() {
        return fragments("{{vault:", "//a/b", "}}", "{{", "}", "\\", "\n", " ", "#", "a", "%", "\ud800", "@", "~", "/");
    }

    private static Arbitrary<String> fragments(String... fragments) {
        return Arbitraries.of(fragments)
                .list()
                .ofMaxSize(10)
                .map(list -> String.join("", list))
                .withoutEdgeCases();
    }

    private static void assertPlaceIn(String text, SyntaxException error) {
        List<String> lines = List.of(text.split("\n", -1));
        assertThat(error.line()).isBetween(1, lines.size());
        assertThat(error.column()).isBetween(1, lines.get(error.line() - 1).length() + 1);
        assertThat(error.reason()).endsWith(".");
        assertThat(error.remedy()).endsWith(".");
    }

    private static String written(List<Template.Part> parts) {
        return parts.stream().map(TemplatePropertiesTest::written).collect(Collectors.joining());
    }

    private static String written(Template.Part part) {
        if (part instanceof Template.LinkedName linked) {
            return "{{vault:" + linked.name() + "}}";
        }
        return part instanceof Template.DirectReference direct
                ? "{{" + direct.reference() + "}}"
                : ((Template.Literal) part).text().replace("{{", "\\{{");
    }

    private static List<Template.Part> references(List<Template.Part> parts) {
        return parts.stream()
                .filter(part -> !(part instanceof Template.Literal))
                .toList();
    }
}
