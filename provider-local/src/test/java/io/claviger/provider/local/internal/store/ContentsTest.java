package io.claviger.provider.local.internal.store;

import static io.claviger.provider.local.internal.store.Fixtures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.ConfigurationException;
import io.claviger.SecretValue;
import io.claviger.spi.VaultFailure.Kind;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentsTest {

    private static final FileTrouble TROUBLE = new FileTrouble(Path.of("any.vault"));

    @Test
    void with_valueOfHalfASurrogatePair_isRefusedInsteadOfChanged() {
        assertThat(failure(() -> Contents.empty().with("a", SecretValue.ofText("x\uD83D")))
                        .detail())
                .contains("not valid Unicode", "binary");
    }

    @Test
    void with_valueOverOneMebibyte_isRefused() {
        assertThat(Contents.empty()
                        .with("a", SecretValue.ofBytes(new byte[Limits.VALUE_SIZE]))
                        .names())
                .containsExactly("a");
        assertThat(failure(() -> Contents.empty().with("a", SecretValue.ofBytes(new byte[Limits.VALUE_SIZE + 1])))
                        .kind())
                .isEqualTo(Kind.MISCONFIGURED);
    }

    @Test
    void withAll_sameValues_changesNothing() {
        Contents contents = Contents.empty().with("a", SecretValue.ofText("1"));

        assertThat(contents.withAll(Contents.empty().with("a", SecretValue.ofText("1")), false))
                .isSameAs(contents);
    }

    @Test
    void withAll_otherValue_namesTheConflictsAndAddsNothing() {
        Contents contents = Contents.empty().with("a", SecretValue.ofText("1")).with("b", SecretValue.ofText("2"));
        Contents others = Contents.empty()
                .with("a", SecretValue.ofText("hidden"))
                .with("b", SecretValue.ofText("2"))
                .with("c", SecretValue.ofText("3"));

        assertThat(failure(() -> contents.withAll(others, false)).detail())
                .contains("under 1 of the imported names: a.")
                .doesNotContain("hidden");
        assertThat(contents.withAll(others, true).names()).containsExactly("a", "b", "c");
    }

    @Test
    void cleared_contents_goOnCountingRevisions() {
        Contents cleared = Contents.empty().with("a", SecretValue.ofText("1")).cleared();

        assertThat(cleared.names()).isEmpty();
        assertThat(cleared.with("a", SecretValue.ofText("2"))
                        .entry("a")
                        .orElseThrow()
                        .revision())
                .isEqualTo(3);
    }

    @Test
    void decode_plaintextCutOrLengthened_saysDamaged() {
        byte[] plaintext = ContentsCodec.encode(Contents.empty().with("a", SecretValue.ofText("1")));
        for (int length = 0; length <= plaintext.length + 1; length++) {
            byte[] other = Arrays.copyOf(plaintext, length);
            if (length == plaintext.length) {
                assertThat(ContentsCodec.decode(other, 1, TROUBLE).names()).containsExactly("a");
            } else {
                assertThat(failure(() -> ContentsCodec.decode(other, 1, TROUBLE))
                                .kind())
                        .isEqualTo(Kind.UNAVAILABLE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\u0000b", "a\u202Eb", "\uD83D", "a\u2028b"})
    void of_nameThatCannotBePrinted_isRefused(String name) {
        assertThatThrownBy(() -> EntryName.of(name)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void of_name_isComposedAndBounded() {
        assertThat(EntryName.of("cafe\u0301")).isEqualTo("caf\u00e9");
        assertThat(EntryName.of("a".repeat(255))).hasSize(255);
        assertThatThrownBy(() -> EntryName.of("a".repeat(256))).isInstanceOf(ConfigurationException.class);
    }
}
