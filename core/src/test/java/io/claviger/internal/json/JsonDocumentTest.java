package io.claviger.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {

    private static final String DOCUMENT = """
            { "text": "a\\"b\\u00e9\\n\\/", "number" : 1.50, "yes": true, "no":false, "nothing": null,
              "object": { "inner": [ 1, {"deep" : "x"},  null ] }, "list": [10, 20], "": "empty key",
              "a/b": 1, "m~n": 2, "/slash": 3, "~1": 4, "0": "zero" }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "number           | 1.50",
                "yes              | true",
                "no               | false",
                "object           | { \"inner\": [ 1, {\"deep\" : \"x\"},  null ] }",
                "list             | [10, 20]",
                "/number          | 1.50",
                "/object          | { \"inner\": [ 1, {\"deep\" : \"x\"},  null ] }",
                "/object/inner    | [ 1, {\"deep\" : \"x\"},  null ]",
                "/object/inner/0  | 1",
                "/object/inner/1  | {\"deep\" : \"x\"}",
                "/object/inner/1/deep | x",
                "/list/1          | 20",
                "a/b              | 1",
                "/a~1b            | 1",
                "m~n              | 2",
                "/m~0n            | 2",
                "/~1slash         | 3",
                "/~01             | 4",
                "0                | zero",
                "/0               | zero",
                "/                | empty key",
            })
    void field_keyOrPointer_givesValueAsWritten(String field, String expected) {
        assertThat(text(DOCUMENT, field)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "/nothing",
                "/object/inner/2",
                "missing",
                "/missing",
                "/object/missing",
                "/text/0",
                "/number/0",
                "/yes/x",
                "/nothing/x",
                "/list/2",
                "/list/-",
                "/list/-1",
                "/list/01",
                "/list/00",
                "/list/+1",
                "/list/1.0",
                "/list/\u0661",
                "/list/",
                "/list/4294967296",
                "/list/99999999999999999999",
                "/slash",
                "/a/b",
                "/m~n",
                "/~",
                "/~2",
                "/a~1b/",
                "Number",
            })
    void field_missingNullOrMalformed_isEmpty(String field) {
        assertThat(text(DOCUMENT, field)).isEmpty();
    }

    @Test
    void field_string_isUnescaped() {
        assertThat(text(DOCUMENT, "text")).contains("a\"b\u00e9\n/");
        assertThat(text("{\"\\u0061\\n\":\"\\ud83d\\ude00\"}", "a\n")).contains("\ud83d\ude00");
        assertThat(text(DOCUMENT, "")).contains("empty key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12345678901234567890", "1.50", "1E400", "-0", "-0.0", "1e+05", "0.1000", "1E-999999999999"})
    void field_number_isKeptAsWritten(String number) {
        assertThat(text("{\"n\":" + number + "}", "n")).contains(number);
        assertThat(text("{\"n\": [ " + number + " ] }", "/n/0")).contains(number);
        assertThat(text("{\"n\": [ " + number + " ] }", "n")).contains("[ " + number + " ]");
    }

    @Test
    void field_duplicateKeys_lastWinsAtEveryLevel() {
        assertThat(text("{\"a\":1,\"b\":0,\"a\":2}", "a")).contains("2");
        assertThat(text("{\"a\":1,\"\\u0061\":2}", "a")).contains("2");
        assertThat(text("{\"a\":1,\"a\":null}", "a")).isEmpty();
        assertThat(text("{\"a\":{\"b\":1,\"b\":2}}", "/a/b")).contains("2");
        assertThat(text("{\"a\":{\"b\":1},\"a\":{\"c\":2}}", "/a/b")).isEmpty();
        assertThat(text("{\"a\":[{\"b\":1},{\"b\":2,\"b\":3}],\"x\":0}", "/a/1/b"))
                .contains("3");
    }

    @Test
    void fieldNames_anyObject_areInDocumentOrder() {
        assertThat(document("{\"z\":{\"inner\":1},\"a\":[2],\"m\":null,\"/s\":\"\",\"z\":0}")
                        .fieldNames())
                .containsExactly("z", "a", "m", "/s");
        assertThat(document(" {} ").fieldNames()).isEmpty();
    }

    @Test
    void onlyField_oneKey_isItsValue() {
        assertThat(reveal(document("{\"a\":\"x\"}").onlyField())).contains("x");
        assertThat(reveal(document("{\"/a\":\"x\"}").onlyField())).contains("x");
        assertThat(reveal(document("{\"a\":1,\"a\":{\"b\" :2}}").onlyField())).contains("{\"b\" :2}");
    }

    @Test
    void onlyField_noneSeveralOrNull_isEmpty() {
        assertThat(document("{}").onlyField()).isEmpty();
        assertThat(document("{\"a\":1,\"b\":2}").onlyField()).isEmpty();
        assertThat(document("{\"a\":null}").onlyField()).isEmpty();
    }

    @Test
    void field_asAnyKind_isText() {
        assertThat(document(DOCUMENT).field("number").orElseThrow().binary()).isFalse();
    }

    private static Optional<String> text(String document, String field) {
        return reveal(document(document).field(field));
    }

    private static Optional<String> reveal(Optional<SecretValue> value) {
        return value.map(SecretValue::revealText);
    }

    private static JsonDocument document(String text) {
        return JsonDocument.parseObject(text);
    }
}
