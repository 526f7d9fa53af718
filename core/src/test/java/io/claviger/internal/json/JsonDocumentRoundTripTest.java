package io.claviger.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.claviger.SecretValue;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonDocumentRoundTripTest {

    @Property(tries = 500)
    @Label("Every value of a nested document is found by its pointer, as it was written")
    void field_pointerToEveryValue_givesIt(@ForAll("objects") Map<String, Object> object) throws IOException {
        JsonDocument document = JsonDocument.parseObject(json(object));
        for (Map.Entry<String, Object> member : object.entrySet()) {
            assertFound(document, "/" + escaped(member.getKey()), member.getValue());
        }
    }

    @Property(tries = 500)
    @Label("Every top-level key is found by its name, unless it looks like a pointer")
    void fieldNames_anyObject_areItsKeys(@ForAll("objects") Map<String, Object> object) throws IOException {
        JsonDocument document = JsonDocument.parseObject(json(object));
        assertThat(document.fieldNames()).containsExactlyElementsOf(object.keySet());
        for (String key : object.keySet()) {
            if (!key.startsWith("/")) {
                assertThat(text(document, key)).isEqualTo(text(document, "/" + escaped(key)));
            }
        }
        assertThat(document.onlyField().isPresent()).isEqualTo(object.size() == 1);
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        return objects(3);
    }

    private static Arbitrary<Map<String, Object>> objects(int depth) {
        return Arbitraries.maps(keys(), values(depth - 1)).ofMaxSize(4).withoutEdgeCases();
    }

    private static Arbitrary<Object> values(int depth) {
        return depth == 0
                ? scalars()
                : Arbitraries.oneOf(
                        scalars(), objects(depth), values(depth - 1).list().ofMaxSize(3));
    }

    private static Arbitrary<Object> scalars() {
        return Arbitraries.oneOf(texts(), Arbitraries.bigDecimals(), Arbitraries.of(true, false));
    }

    private static Arbitrary<String> keys() {
        return Arbitraries.oneOf(texts(), Arbitraries.of("", "/", "~", "~1", "a/b", "0", "01", "-", "\"", "\\"));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(6);
    }

    private static void assertFound(JsonDocument document, String pointer, Object value) throws IOException {
        assertThat(text(document, pointer)).contains(value instanceof String text ? text : json(value));
        if (value instanceof Map<?, ?> object) {
            for (Map.Entry<?, ?> member : object.entrySet()) {
                assertFound(document, pointer + "/" + escaped(member.getKey().toString()), member.getValue());
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                assertFound(document, pointer + "/" + i, list.get(i));
            }
        }
    }

    private static Optional<String> text(JsonDocument document, String field) {
        return document.field(field).map(SecretValue::revealText);
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static String json(Object value) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
            write(value, generator);
        }
        return text.toString();
    }

    private static void write(Object value, JsonGenerator generator) throws IOException {
        if (value instanceof Map<?, ?> object) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> member : object.entrySet()) {
                generator.writeFieldName(member.getKey().toString());
                write(member.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object element : list) {
                write(element, generator);
            }
            generator.writeEndArray();
        } else {
            generator.writeObject(value);
        }
    }
}
