package io.claviger.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentRefusalTest {

    private static final String CANARY = "c4n4ry-h7Qx";

    static Stream<String> malformed() {
        return Stream.of(
                        "%s",
                        "{%s}",
                        "{\"%s\"}",
                        "{\"k\":%s}",
                        "{\"k\":\"%s}",
                        "{\"k\":\"%s\\x\"}",
                        "{\"k\":\"%s\n\"}",
                        "{\"k\":\"%s\"",
                        "{\"k\":\"%s\"]",
                        "{\"k\":\"%s\"}}",
                        "{\"k\":\"%s\"} {}",
                        "{\"k\":\"%s\"} %s",
                        "{\"k\":\"%s\",}",
                        "{\"k\" \"%s\"}",
                        "{'k':'%s'}",
                        "{\"k\":1%s}",
                        "{\"k\":tru%s}",
                        "{\"k\":[\"%s\"}",
                        "[\"%s\"]",
                        "\"%s\"",
                        "/*%s*/{}",
                        "\ufeff{\"k\":\"%s\"}")
                .map(text -> text.replace("%s", CANARY));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    @DisplayName("No exception shows anything of a text that is not an object")
    void parseObject_malformedSecret_leaksNothing(String text) {
        IllegalArgumentException error =
                catchThrowableOfType(IllegalArgumentException.class, () -> JsonDocument.parseObject(text));
        assertThat(error).hasNoCause().hasNoSuppressedExceptions();
        assertThat(printed(error)).doesNotContain(CANARY).doesNotContain("jackson");
        assertThat(JsonDocument.tryParseObject(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "1",
                "\"{}\"",
                "[]",
                "[{}]",
                "{",
                "}",
                "{}}",
                "{},",
                "{}{}",
                "{} x",
                "{]",
                "{\"a\":}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":NaN}",
                "{\"a\":\"\\u12\"}",
                "{a:1}",
                "{} //x",
                "{}\0"
            })
    void tryParseObject_notOneCompleteObject_isEmpty(String text) {
        assertThat(JsonDocument.tryParseObject(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " \t\r\n{ } \n", "{\"a\":1}", "{\"a\":{\"b\":[]}}"})
    void tryParseObject_oneObject_isPresent(String text) {
        assertThat(JsonDocument.tryParseObject(text)).isPresent();
    }

    @Property
    @Label("Any text is an object or is none, and nothing is thrown")
    void tryParseObject_anyText_throwsNothing(@ForAll String text) {
        assertThat(JsonDocument.tryParseObject("{\"k\":" + text)).isNotNull();
        assertThat(JsonDocument.tryParseObject(text)).isNotNull();
    }

    @Test
    void toString_anyDocument_isConstant() {
        assertThat(JsonDocument.parseObject("{\"k\":\"" + CANARY + "\"}")).hasToString("JsonDocument[redacted]");
    }

    @Test
    void fields_ofTheClass_areTransient() {
        assertThat(Arrays.stream(JsonDocument.class.getDeclaredFields())
                        .filter(field -> !field.isSynthetic() && !Modifier.isStatic(field.getModifiers())))
                .isNotEmpty()
                .allMatch(field -> Modifier.isTransient(field.getModifiers()));
    }

    private static String printed(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    @DisplayName("§11: not even the parser's own exception quotes the text: a flight recording may keep it")
    void parser_malformedText_isNotQuotedByItsException(String text) {
        JsonProcessingException thrown = catchThrowableOfType(JsonProcessingException.class, () -> {
            try (JsonParser parser = JsonTexts.parser(text)) {
                while (parser.nextToken() != null) {
                    parser.getText();
                }
            }
        });

        if (thrown != null) {
            assertThat(thrown.getMessage()).doesNotContain(CANARY.substring(1, 6));
        }
    }
}
