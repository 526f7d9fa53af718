package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretValueTest {

    private static final String TEXT = "c4n4ry-val\u00fce";

    @Test
    void toString_anyValue_isConstant() {
        assertThat(SecretValue.ofText(TEXT)).hasToString(SecretValue.ofText("").toString());
        assertThat(SecretValue.ofBytes(new byte[] {1, 2, 3})).hasToString("SecretValue[redacted]");
    }

    @Test
    void equals_sameContent_isIdentity() {
        assertThat(SecretValue.ofText(TEXT)).isNotEqualTo(SecretValue.ofText(TEXT));
    }

    @Test
    void hasSameContentAs_textAndItsBytes_isTrue() {
        SecretValue text = SecretValue.ofText(TEXT);
        assertThat(text.hasSameContentAs(SecretValue.ofBytes(TEXT.getBytes(StandardCharsets.UTF_8))))
                .isTrue();
        assertThat(text.hasSameContentAs(SecretValue.ofText("other"))).isFalse();
    }

    @Test
    void revealBytes_changedByCaller_keepsValue() {
        byte[] given = {1, 2, 3};
        SecretValue value = SecretValue.ofBytes(given);
        given[0] = 9;
        value.revealBytes()[1] = 9;
        assertThat(value.revealBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void revealText_bytesThatAreNotUtf8_saysWhatToCallInstead() {
        assertThatThrownBy(() -> SecretValue.ofBytes(new byte[] {(byte) 0xff}).revealText())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("revealBytes()")
                .hasNoCause();
    }

    @Test
    void serialization_byJava_isRefused() {
        assertThatThrownBy(
                        () -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(SecretValue.ofText(TEXT)))
                .isInstanceOf(NotSerializableException.class);
    }
}
