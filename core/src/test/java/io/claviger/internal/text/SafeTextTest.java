package io.claviger.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @Test
    void of_plainText_isKept() {
        assertThat(SafeText.of("caf\u00e9 \u4e2d \"x\" \\")).isEqualTo("caf\u00e9 \u4e2d \"x\" \\");
    }

    @ParameterizedTest
    @ValueSource(
            chars = {
                '\0', '\n', '\r', '\t', '\u001b', '\u007f', '\u0085', '\u00ad', '\u200b', '\u200f', '\u2028', '\u2029',
                '\u202e', '\u2066', '\ufeff', '\ue000', '\ud800', '\udfff', '\uffff'
            })
    void of_characterThatMisleads_isEscaped(char c) {
        assertThat(SafeText.of("a" + c + "b")).isEqualTo(String.format("a\\u%04xb", (int) c));
    }

    @Test
    void of_longText_isCutAfter256Characters() {
        assertThat(SafeText.of("x".repeat(256))).isEqualTo("x".repeat(256));
        assertThat(SafeText.of("x".repeat(257))).isEqualTo("x".repeat(253) + "...");
        assertThat(SafeText.bounded("\n".repeat(300))).isEqualTo("\n".repeat(253) + "...");
    }

    @Test
    void character_anyCodePoint_isShownOnlyWhereHarmless() {
        assertThat(SafeText.character('A')).isEqualTo("U+0041 (A)");
        assertThat(SafeText.character('\n')).isEqualTo("U+000A");
        assertThat(SafeText.character(' ')).isEqualTo("U+0020");
        assertThat(SafeText.character(0x202E)).isEqualTo("U+202E");
        assertThat(SafeText.character(0x1F600)).isEqualTo("U+1F600");
    }

    @Property
    @Label("Whatever comes in, one bounded line of harmless characters comes out")
    void of_anyText_isOneHarmlessLine(@ForAll String text) {
        String safe = SafeText.of(text);
        assertThat(safe.lines().count()).isLessThanOrEqualTo(1);
        assertThat(safe.length()).isLessThanOrEqualTo(6 * 256 + 3);
        assertThat(safe.chars().allMatch(c -> SafeText.harmless((char) c))).isTrue();
    }
}
