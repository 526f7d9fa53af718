package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Bytes that are no text stay as they are. */
@Needs(Capability.BINARY)
abstract class BinaryGroup extends ContractGroup {

    BinaryGroup(VaultContract vault) {
        super(vault);
    }

    @Test
    @DisplayName("bytes are read as they were stored, and called binary")
    void read_bytes_areWhatWasStored() throws Exception {
        byte[] bytes = canary().bytes();
        String name = stored(SecretValue.ofBytes(bytes));
        SecretValue value = value(logIn(), name);
        assertThat(value.binary()).isTrue();
        assertThat(Arrays.equals(value.revealBytes(), bytes))
                .as("whether they are the same")
                .isTrue();
    }

    @Test
    @DisplayName("every byte there is survives")
    void read_allBytes_areWhatWasStored() throws Exception {
        byte[] bytes = new byte[512];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        SecretValue value = SecretValue.ofBytes(bytes);
        assertReads(logIn(), stored(value), value);
    }
}
