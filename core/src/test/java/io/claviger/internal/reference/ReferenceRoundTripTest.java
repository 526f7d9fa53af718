package io.claviger.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(DomainContext.Global.class)
@Domain(ReferenceArbitraries.class)
class ReferenceRoundTripTest {

    @Property
    @Label("R1: parse(r.toString()) equals r, in all its parts")
    void parse_printedReference_equalsReference(@ForAll SecretReference reference) {
        SecretReference parsed = SecretReference.parse(reference.toString());
        assertThat(parsed).isEqualTo(reference).hasSameHashCodeAs(reference).hasToString(reference.toString());
        assertThat(parts(parsed)).isEqualTo(parts(reference));
    }

    @Property
    @Label("R1: references are equal exactly where their parts are, and then their texts are too")
    void equals_twoReferences_agreesWithPartsAndText(
            @ForAll("small") SecretReference one, @ForAll("small") SecretReference other) {
        boolean same = parts(one).equals(parts(other));
        assertThat(one.equals(other)).isEqualTo(same);
        assertThat(one.toString().equals(other.toString())).isEqualTo(same);
    }

    @Property
    @Label("R1: however much of it is percent-encoded, a reference is the same")
    void parse_needlesslyEncodedText_equalsReference(@ForAll SecretReference reference, @ForAll long seed) {
        assertThat(SecretReference.parse(respelled(reference, new Random(seed))))
                .isEqualTo(reference);
    }

    @Property
    void toString_anyReference_isAsciiWithoutBracesOrSpaces(@ForAll SecretReference reference) {
        assertThat(reference.toString()).matches("vault://[a-z0-9-]+[A-Za-z0-9._~!$&'()*+,;=:@/?#%-]+");
    }

    @Provide
    Arbitrary<SecretReference> small() {
        return ReferenceArbitraries.smallReferences();
    }

    private static List<Object> parts(SecretReference reference) {
        return List.of(reference.alias(), reference.path(), reference.parameters(), reference.field());
    }

    private static String respelled(SecretReference reference, Random random) {
        StringBuilder text = new StringBuilder("vault://").append(reference.alias());
        reference.path().forEach(segment -> text.append('/').append(respelled(segment, random)));
        String separator = "?";
        for (Map.Entry<String, String> parameter : reference.parameters().entrySet()) {
            text.append(separator).append(parameter.getKey()).append('=');
            text.append(respelled(parameter.getValue(), random));
            separator = "&";
        }
        reference.field().ifPresent(field -> text.append('#').append(respelled(field, random)));
        return text.toString();
    }

    private static String respelled(String part, Random random) {
        StringBuilder text = new StringBuilder();
        part.codePoints().forEach(character -> {
            boolean plain = Component.SEGMENT.writes(character) && Component.PARAMETER.writes(character);
            text.append(plain && random.nextBoolean() ? Character.toString(character) : escaped(character, random));
        });
        return text.toString();
    }

    private static String escaped(int character, Random random) {
        StringBuilder text = new StringBuilder();
        for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            text.append(String.format(random.nextBoolean() ? "%%%02X" : "%%%02x", octet & 0xFF));
        }
        return text.toString();
    }
}
