package io.claviger.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.Setup;
import io.claviger.SyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName(
        "S8: a setup is untrusted input: whatever is not as it must be is refused, with line, column, reason, remedy")
class SetupPoisonTest {

    private static final String HEAD = "{\n  \"version\": 1,\n";

    static Stream<Arguments> poisons() {
        return Stream.of(
                poison("", 1, 1, "The text is empty."),
                poison("nonsense", 1, "not JSON"),
                poison("[]", 1, 1, "This is not an object."),
                poison("{\"version\": 2}", 1, 13, "This version of the format is unknown."),
                poison("{\"version\": 1.0}", 1, 13, "This version of the format is unknown."),
                poison("{\"version\": \"1\"}", 1, 13, "This version of the format is unknown."),
                poison("{\"version\": 10000000000000000000000000000}", 1, "not JSON"),
                poison("{\"integrations\": []}", 1, 18, "The version does not come first."),
                poison("{}", 1, 2, "The member version is missing in this object."),
                poison(HEAD + "  \"links\": []\n}", 4, 1, "The member integrations is missing"),
                poison(HEAD + "  \"version\": 1}", 3, 3, "The member version is there twice."),
                poison(HEAD + "  \"integrations\": [], \"links\": [], \"links\": []}", 3, 36, "links is there twice"),
                poison(HEAD + "  \"integrations\": [], \"links\": [], \"@class\": \"x\"}", 3, 36, "@class is unknown"),
                poison(HEAD + "  \"integrations\": {}", 3, 19, "This is not an array."),
                poison(HEAD + "  \"integrations\": [1]", 3, 20, "This is not an object."),
                poison(HEAD + "  \"integrations\": [], \"links\": []", 3, "not JSON"),
                poison(HEAD + "  \"integrations\": [], \"links\": []} {}", 3, 36, "Something follows the setup."),
                integration("", "The member alias is missing"),
                integration("\"alias\": \"a\"", "The member provider is missing"),
                integration("\"alias\": \"A\"", "An alias begins with a small letter"),
                integration("\"alias\": 7", "This is not a string."),
                integration("\"alias\": null", "This is not a string."),
                integration("\"alias\": \"a\", \"alias\": \"a\"", "The member alias is there twice."),
                integration("\"provider\": \"a b\"", "This is no type of vault."),
                integration("\"owner\": \" \"", "This text is not allowed here."),
                integration("\"password\": \"x\"", "The member password is unknown."),
                integration("\"settings\": []", "This is not an object."),
                integration("\"settings\": {\"a\": 1}", "This is not a string."),
                integration("\"settings\": {\"a\": {\"b\": \"c\"}}", "This is not a string."),
                integration("\"settings\": {\"\": \"c\"}", "This text is not allowed here."),
                integration("\"settings\": {\"a\": \"1\", \"\\u0061\": \"2\"}", "The member a is there twice."),
                integration("\"settings\": {\"a\": \"https://u:p@h\"}", "has user-info"),
                integration("\"scope\": []", "A scope has no patterns."),
                integration("\"scope\": [\"a\", \"a\"]", "This text is there twice."),
                integration("\"sessions\": \"none\"", "This is no kind of session."),
                integration("\"hostSettings\": [1]", "This is not a string."),
                integration(
                        "\"alias\": \"a\", \"provider\": \"p\"}, {\"alias\": \"a\", \"provider\": \"p\"",
                        "there twice"),
                link("\"name\": \"a b\"", "is not allowed in a secret name"),
                link("\"name\": \"a\"", "The member reference is missing"),
                link("\"reference\": \"https://u:p@h/x\"", ""),
                link("\"reference\": \"vault://a\"", ""),
                link("\"environment\": \"Staging\"", "is malformed"),
                link("\"enabled\": \"true\"", "This is neither true nor false."),
                link("\"fallback\": 1", "This is neither true nor false."));
    }

    private static Arguments poison(String text, int line, String reason) {
        return Arguments.of(text, line, 0, reason);
    }

    private static Arguments poison(String text, int line, int column, String reason) {
        return Arguments.of(text, line, column, reason);
    }

    private static Arguments integration(String members, String reason) {
        return Arguments.of(HEAD + "\"integrations\": [{" + members + "}], \"links\": []}", 3, 0, reason);
    }

    private static Arguments link(String members, String reason) {
        return Arguments.of(HEAD + "\"integrations\": [], \"links\": [{" + members + "}]}", 3, 0, reason);
    }

    @ParameterizedTest
    @MethodSource("poisons")
    void parse_ofAPoisonedText_isRefused(String text, int line, int column, String reason) {
        assertThatThrownBy(() -> Setup.parse(text)).isInstanceOfSatisfying(SyntaxException.class, e -> {
            assertThat(e.reason()).contains(reason).doesNotContain("u:p@");
            assertThat(e.remedy()).isNotBlank();
            assertThat(e.line()).isEqualTo(line);
            assertThat(e.column()).isPositive();
            if (column > 0) {
                assertThat(e.column()).isEqualTo(column);
            }
            assertThat(e).hasNoCause();
        });
    }

    @Test
    void parse_ofNames_escapesThemInMessages() {
        assertThatThrownBy(() -> Setup.parse("{\"version\": 1, \"\\u202e\\n\": 1}"))
                .hasMessageContaining("\\u202e\\u000a")
                .hasMessageNotContaining("\u202e");
    }
}
