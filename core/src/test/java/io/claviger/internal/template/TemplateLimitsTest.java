package io.claviger.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.SyntaxException;
import io.claviger.Template;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("T4: the size of a template and the number of its references are bounded")
class TemplateLimitsTest {

    private static final int LONGEST = 16 * 1024 * 1024;

    @Test
    void parse_longestText_isRead() {
        String text = "x".repeat(LONGEST);
        assertThat(TemplateParser.parse(text)).containsExactly(new Template.Literal(text));
    }

    @Test
    void parse_longerText_isRefused() {
        SyntaxException error = error("x\n".repeat(LONGEST / 2) + "x");
        assertThat(error.reason()).isEqualTo("A template has at most 16,777,216 characters.");
        assertThat(error.line()).isEqualTo(LONGEST / 2 + 1);
        assertThat(error.column()).isEqualTo(1);
    }

    @Test
    void parse_mostReferences_areRead() {
        assertThat(TemplateParser.parse("{{vault:a}}\n".repeat(100_000))).hasSize(200_000);
    }

    @Test
    void parse_oneReferenceMore_isRefusedInItsPlace() {
        SyntaxException error = error("{{vault:a}}\n".repeat(100_000) + " {{vault:b}}");
        assertThat(error.reason()).isEqualTo("A template has at most 100,000 references.");
        assertThat(error.line()).isEqualTo(100_001);
        assertThat(error.column()).isEqualTo(2);
    }

    // a reader that looked for each end from each beginning would need 10^13 steps here
    @Test
    void parse_bracesInLargeNumber_areReadInOnePass() {
        String braces = "{".repeat(LONGEST);
        assertThat(TemplateParser.parse(braces)).containsExactly(new Template.Literal(braces));
        String escapes = "\\{{".repeat(LONGEST / 3);
        assertThat(TemplateParser.parse(escapes)).containsExactly(new Template.Literal("{{".repeat(LONGEST / 3)));
    }

    private static SyntaxException error(String text) {
        return catchThrowableOfType(SyntaxException.class, () -> TemplateParser.parse(text));
    }
}
