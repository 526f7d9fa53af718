package io.claviger.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Label("RFC 3492: what A-labels stand for")
class PunycodeTest {

    @Property
    void decode_whatTheJdkEncodes_givesItBack(@ForAll("labels") String label) {
        String encoded = IDN.toASCII(label).substring("xn--".length());

        assertThat(Punycode.decode(encoded)).contains(label);
    }

    // the first four are from RFC 3492, section 7.1
    @ParameterizedTest
    @CsvSource({
        "ihqwcrb4cv8a8dqg056pqjye,                  \u4ed6\u4eec\u4e3a\u4ec0\u4e48\u4e0d\u8bf4\u4e2d\u6587",
        "ihqwctvzc91f659drss3x8bo0yb,               \u4ed6\u5011\u7232\u4ec0\u9ebd\u4e0d\u8aaa\u4e2d\u6587",
        "hello-another-way--fc4qua05auwb3674vfr0b,  hello-another-way-\u305d\u308c\u305e\u308c\u306e\u5834\u6240",
        "d9juau41awczczp,                           \u305d\u306e\u30b9\u30d4\u30fc\u30c9\u3067",
        "strae-oqa,                                 stra\u00dfe",
        "abc-,                                      abc",
    })
    void decode_examples_areRead(String encoded, String label) {
        assertThat(Punycode.decode(encoded)).contains(label);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"99999999", "a-99999999", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", "9", "bcher-kv", "a-9z"
            })
    void decode_malformed_isEmpty(String encoded) {
        assertThat(Punycode.decode(encoded)).isEmpty();
    }

    @Provide
    Arbitrary<String> labels() {
        return Arbitraries.strings()
                .withChars("ab0\u00fc\u00e9\u4f8b\u5b50\u3042\u0434")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(label -> label.chars().anyMatch(c -> c >= 0x80));
    }
}
