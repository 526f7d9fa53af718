package io.claviger.internal.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.ConfigurationException;
import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "db_password",
                "DB-Password.2",
                ".",
                "-",
                "_",
                "0",
                "caf\u00e9",
                "\u5bc6\u7801",
                "\u041f\u0430\u0440\u043e\u043b\u044c",
                "\u0661\u0662",
                "\ud801\udc00"
            })
    void check_allowedName_returnsIt(String name) {
        assertThat(SecretNames.check(name)).isSameAs(name);
        assertThat(SecretNames.valid(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "''|0|A secret name is empty.",
                " a|0|The character U+0020 is not allowed in a secret name.",
                "a b|1|The character U+0020 is not allowed in a secret name.",
                "ab/|2|The character U+002F (/) is not allowed in a secret name.",
                "a:b|1|The character U+003A (:) is not allowed in a secret name.",
                "a}|1|The character U+007D (}) is not allowed in a secret name.",
                "a\u0000|1|The character U+0000 is not allowed in a secret name.",
                "a\u202e|1|The character U+202E is not allowed in a secret name.",
                "a\ud83d\ude00|1|The character U+1F600 is not allowed in a secret name.",
                "a\ud83d|1|The character U+D83D is not allowed in a secret name.",
                "cafe\u0301x|3|A secret name is not in Unicode normal form C.",
                "\u212a|0|A secret name is not in Unicode normal form C.",
                "x\u0301|1|The character U+0301 (\u0301) is not allowed in a secret name.",
            })
    void check_refusedName_saysWhereAndWhy(String name, int index, String reason) {
        NameProblem problem = SecretNames.problem(name).orElseThrow();
        assertThat(problem.index()).isEqualTo(index);
        assertThat(problem.reason()).isEqualTo(reason);
        assertThat(SecretNames.valid(name)).isFalse();
        assertThatThrownBy(() -> SecretNames.check(name))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(reason + " " + problem.remedy());
    }

    @Test
    void check_length_isCountedInCharacters() {
        String longest = "\ud801\udc00".repeat(128);
        assertThat(SecretNames.valid(longest)).isTrue();
        assertThat(SecretNames.problem(longest + "a"))
                .contains(new NameProblem(
                        256, "A secret name has at most 128 characters.", "Give the secret a shorter name."));
    }

    @Test
    void check_separateAccent_remedyNamesTheForm() {
        assertThat(SecretNames.problem("cafe\u0301").orElseThrow().remedy()).contains("Form.NFC");
    }

    @Property
    @Label("A name is valid exactly where it keeps the rule")
    void valid_anyText_agreesWithTheRule(@ForAll String text) {
        long length = text.codePoints().count();
        assertThat(SecretNames.valid(text))
                .isEqualTo(length >= 1
                        && length <= 128
                        && Normalizer.isNormalized(text, Normalizer.Form.NFC)
                        && text.matches("[\\p{L}\\p{Nd}_.-]*"));
    }
}
