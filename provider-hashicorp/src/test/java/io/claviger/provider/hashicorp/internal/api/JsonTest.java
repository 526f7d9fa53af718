package io.claviger.provider.hashicorp.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static Json parse(String text) {
        return Json.parseObject(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ \"n\" : 12345678901234567890, \"m\":1.50,\"e\":1E+2 }",
                "{\"a\":\"\\u003c\\\"}\",\"b\":[{}, []],\"a\":\"}\"}",
                "{\"\u00e9\":\"\ud83d\udd11\"}",
                "{\n\t\"a\" :\n{\"b\" : null}\r\n}"
            })
    void member_object_keepsEveryCharacter(String object) {
        assertThat(parse("{\"x\":[1,\"}\"], \"data\" : " + object + " ,\"y\":{}}")
                        .member("data")
                        .orElseThrow()
                        .text())
                .isEqualTo(object);
    }

    @Test
    void member_objectBeyondTheParsersBuffer_keepsEveryCharacter() {
        String large = "{\"k\":\"" + "\u00e9\ud83d\udd11".repeat(50_000) + "\"}";
        String padding = "\"p\":\"" + "x".repeat(70_000) + "\"";
        assertThat(parse("{" + padding + ",\"data\":" + large + "}")
                        .member("data")
                        .orElseThrow()
                        .text())
                .isEqualTo(large);
    }

    @Test
    void member_scalars_areRead() {
        Json json = parse("{\"s\":\"a\\nb\",\"e\":\"\",\"n\":17,\"d\":1.5,\"big\":99999999999999999999,\"t\":true,"
                + "\"z\":null}");
        assertThat(json.member("s").flatMap(Json::string)).hasValue("a\nb");
        assertThat(json.member("e").flatMap(Json::string)).isEmpty();
        assertThat(json.member("n").flatMap(Json::number)).hasValue(17L);
        assertThat(json.member("d").flatMap(Json::number)).isEmpty();
        assertThat(json.member("big").flatMap(Json::number)).isEmpty();
        assertThat(json.member("s").flatMap(Json::number)).isEmpty();
        assertThat(json.member("t").map(Json::isTrue)).hasValue(true);
        assertThat(json.member("z")).isEmpty();
        assertThat(json.member("none")).isEmpty();
        assertThat(json.member("s").flatMap(scalar -> scalar.member("x"))).isEmpty();
    }

    @Test
    void elements_ofArray_areInOrder() {
        assertThat(parse("{\"a\":[\"x\",[1],2]}").member("a").orElseThrow().elements())
                .extracting(Json::text)
                .containsExactly("x", "[1]", "2");
        assertThat(parse("{\"a\":{}}").member("a").orElseThrow().elements()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "1", "\"a\"", "{", "{\"a\":}", "{\"a\":1,}", "{} {}", "{}x", "{'a':1}"})
    void parseObject_anythingElse_isEmpty(String text) {
        assertThat(Json.parseObject(text)).isEmpty();
    }

    @Test
    void parseObject_deeperThanAnySecret_isEmpty() {
        assertThat(Json.parseObject("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
                .isEmpty();
    }

    @Test
    void toString_ofSecret_showsNothing() {
        assertThat(parse("{\"k\":\"c4n4ry\"}").toString()).doesNotContain("c4n4ry");
    }
}
