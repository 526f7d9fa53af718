package io.claviger.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class JsonLineTest {

    @Test
    void toString_noMember_isEmptyObject() {
        assertThat(new JsonLine()).hasToString("{}");
    }

    @Test
    void add_severalMembers_areInOrder() {
        assertThat(new JsonLine().add("who", "ana").add("what", "resolve"))
                .hasToString("{\"who\":\"ana\",\"what\":\"resolve\"}");
    }

    @Test
    void add_textThatForgesALine_isEscaped() {
        assertThat(new JsonLine().add("k", "a\"}\n{\\\u2028\u202e"))
                .hasToString("{\"k\":\"a\\\"}\\u000a{\\\\\\u2028\\u202e\"}");
    }

    @Test
    void add_longText_isCut() {
        assertThat(new JsonLine().add("k", "x".repeat(10_000)).toString()).hasSizeLessThan(300);
    }

    @Property
    @Label("Any text comes out on one line and is read back as it was")
    void add_anyText_isReadBack(@ForAll @StringLength(max = 256) String text) {
        String line = new JsonLine().add("k", text).toString();
        assertThat(line.lines()).hasSize(1);
        assertThat(JsonDocument.parseObject(line).field("k").map(SecretValue::revealText))
                .contains(text);
    }
}
