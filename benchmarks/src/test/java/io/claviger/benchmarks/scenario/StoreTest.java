package io.claviger.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Every store whose memory is measured holds all entries")
class StoreTest {

    @ParameterizedTest
    @EnumSource(Store.class)
    void store_filled_holdsEachEntry(Store store) {
        try (Store.Filled filled = store.fill(new String[] {"one", "two", "three"})) {
            assertThat(filled.size()).isEqualTo(3);
        }
    }
}
