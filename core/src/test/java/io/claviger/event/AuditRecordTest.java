package io.claviger.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Actor;
import io.claviger.Operation;
import io.claviger.Reason;
import io.claviger.ScriptOrigin;
import io.claviger.SecretValue;
import io.claviger.internal.json.JsonDocument;
import java.time.Instant;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Label("Design §8: an audit record is one harmless line of JSON, whatever its texts hold")
class AuditRecordTest {

    // whoever reads the log may see text in another order, another line, or none at all because of one of these
    private static final String MISLEADING =
            "\u0000\u0007\b\t\n\r\u001b\u007f\u0085\u009b\u061c\u200b\u200e\u200f\u2028\u2029"
                    + "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufff9\"\\{}:,";

    @Property
    @Label("Every line is read back as JSON, has no misleading character, and is bounded")
    void of_hostileTexts_isOneHarmlessLine(
            @ForAll("hostileId") String actor, @ForAll("hostile") String name, @ForAll("hostile") String alias) {
        String line = AuditRecord.of(event(actor, name, alias)).json();

        assertThat(line.chars().filter(AuditRecordTest::misleading)).isEmpty();
        assertThat(line.length()).isLessThan(4 * 6 * 256 + 400);
        JsonDocument record = JsonDocument.parseObject(line);
        assertThat(text(record, "actor")).isEqualTo(actor);
        assertThat(text(record, "name")).isEqualTo(cut(name));
        assertThat(text(record, "alias")).isEqualTo(cut(alias));
        assertThat(text(record, "script")).isEqualTo(cut("collection:" + actor));
        assertThat(record.fieldNames())
                .containsExactly(
                        "time", "type", "outcome", "call", "operation", "actor", "alias", "name", "script", "reason");
    }

    @Provide
    Arbitrary<String> hostile() {
        return texts(300).map(text -> "x" + text);
    }

    @Provide
    Arbitrary<String> hostileId() {
        return texts(255).map(text -> "x" + text);
    }

    private static Arbitrary<String> texts(int longest) {
        return Arbitraries.strings().withChars(MISLEADING).ascii().all().ofMaxLength(longest);
    }

    private static VaultEvent event(String actor, String name, String alias) {
        return VaultEvent.at(Instant.EPOCH, VaultEvent.Type.MANAGEMENT, VaultEvent.Outcome.FAILED)
                .call(7)
                .operation(Operation.WRITE_VALUE)
                .actor(Actor.of(actor))
                .name(name)
                .alias(alias)
                .script(ScriptOrigin.collection(actor, "title"))
                .reason(Reason.DENIED)
                .build();
    }

    private static boolean misleading(int character) {
        return character < ' '
                || (character >= 0x7f && character < 0xa0)
                || Stream.of(Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR)
                        .anyMatch(type -> type == Character.getType(character));
    }

    private static String text(JsonDocument record, String field) {
        return record.field(field).map(SecretValue::revealText).orElseThrow();
    }

    private static String cut(String text) {
        return text.length() <= 256 ? text : text.substring(0, 253) + "...";
    }

    @Test
    void actor_whoseIdIsNull_isToldFromTheHost() {
        assertThat(recordOf(null)).endsWith("\"actor\":null}");
        assertThat(recordOf(Actor.of("null"))).endsWith("\"actor\":\"null\"}");
    }

    private static String recordOf(@Nullable Actor actor) {
        return AuditRecord.of(VaultEvent.at(Instant.EPOCH, VaultEvent.Type.LOAD, VaultEvent.Outcome.DONE)
                        .actor(actor)
                        .build())
                .json();
    }

    @Test
    void numbers_areWrittenAsNumbers() {
        VaultEvent lost = VaultEvent.at(Instant.EPOCH, VaultEvent.Type.EVENTS_LOST, VaultEvent.Outcome.FAILED)
                .count(12)
                .build();

        assertThat(AuditRecord.of(lost).json())
                .isEqualTo("{\"time\":\"1970-01-01T00:00:00Z\",\"type\":\"events_lost\",\"outcome\":\"failed\","
                        + "\"actor\":null,\"count\":12}");
    }
}
