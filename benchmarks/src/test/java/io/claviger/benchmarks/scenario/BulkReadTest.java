package io.claviger.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §7: many names over few secrets are read secret by secret")
class BulkReadTest {

    private final BulkRead bulk = new BulkRead(40, 4);

    @Test
    void resolveAll_ofManyNames_readsEachSecretOnce() {
        assertThat(bulk.resolveAll()).isEqualTo(4);
    }

    @Test
    void render_ofManyNames_readsEachSecretOnce() {
        assertThat(bulk.render()).isEqualTo(4);
    }
}
