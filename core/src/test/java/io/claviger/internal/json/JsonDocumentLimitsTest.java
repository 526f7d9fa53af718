package io.claviger.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonDocumentLimitsTest {

    private static final int MEGABYTES_33 = 33 * 1024 * 1024;

    @Test
    void field_stringOf33Megabytes_isRead() {
        String large = "x".repeat(MEGABYTES_33);
        assertThat(field("{\"a\":\"" + large + "\",\"b\":[ \"" + large + "\" ]}", "/b/0"))
                .hasValueSatisfying(text -> assertThat(text.equals(large)).isTrue());
    }

    @Test
    void field_objectBehindManyBuffers_isTheExactSlice() {
        String filler = "{ \"x\" : \"" + "\\u00e9\ud83d\ude00".repeat(20_000) + "\" }";
        String document = "{\"a\":" + filler + ",\"b\": [" + filler + " , " + filler + "]}";
        assertThat(field(document, "a")).contains(filler);
        assertThat(field(document, "b")).contains("[" + filler + " , " + filler + "]");
        assertThat(field(document, "/b/1")).contains(filler);
    }

    @Test
    void field_numberOf10000Digits_isKeptAsWritten() {
        String digits = "9".repeat(10_000);
        assertThat(field("{\"n\":" + digits + "}", "n")).contains(digits);
        assertThat(field("{\"n\":[0." + digits + "]}", "/n/0")).contains("0." + digits);
    }

    @Test
    void field_longName_isFound() {
        String name = "n".repeat(100_000);
        assertThat(field("{\"" + name + "\":1}", name)).contains("1");
    }

    @Test
    void tryParseObject_nesting_isLimitedTo1000Levels() {
        assertThat(field(nested(1_000), "/a".repeat(999))).contains("{\"a\":0}");
        assertThat(field(nested(1_000), "/a".repeat(1_000))).contains("0");
        assertThat(JsonDocument.tryParseObject(nested(1_001))).isEmpty();
        assertThat(JsonDocument.tryParseObject("{\"a\":".repeat(1_000_000))).isEmpty();
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels) + "0" + "}".repeat(levels);
    }

    private static Optional<String> field(String document, String field) {
        return JsonDocument.parseObject(document).field(field).map(SecretValue::revealText);
    }
}
