package io.claviger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.benchmarks.stub.Payload;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A cold read reaches the vault each time")
class ColdSecretsTest {

    @Test
    void reads_ofColdSecrets_areLoadsEach() {
        ColdSecrets secrets = new ColdSecrets();
        try {
            for (int i = 1; i <= 5; i++) {
                assertThat(secrets.resolveNext().revealText()).isEqualTo(Payload.PASSWORD);
                assertThat(secrets.loads()).isEqualTo(i);
            }
        } finally {
            secrets.close();
        }
    }

    @Test
    void bareCall_givesThePayload() {
        ColdSecrets secrets = new ColdSecrets();
        try {
            assertThat(secrets.readNext()
                            .field(Payload.PASSWORD_FIELD)
                            .orElseThrow()
                            .revealText())
                    .isEqualTo(Payload.PASSWORD);
            assertThat(secrets.loads()).isZero();
        } finally {
            secrets.close();
        }
    }
}
