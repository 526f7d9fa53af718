package io.claviger.model;

import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * By default 10,000 sequences; {@code -Dmodel.sequences=N} runs N, and {@code -Dmodel.seed=S} only the one that a failure
 * named.
 */
@DisplayName("C1, C3-C6, C8, C10, S2, S6, S7, S9-S12, T8: whatever anybody does, the manager is as the model says")
class ModelTest {

    private static final long SEQUENCES = Long.getLong("model.sequences", 10_000);
    private static final Long ONE = Long.getLong("model.seed");

    @Test
    void sequences_ofRandomStepsOfRandomActors_agreeWithTheModel() {
        LongStream seeds = ONE == null ? LongStream.range(0, SEQUENCES) : LongStream.of(ONE);
        seeds.forEach(seed -> new Seed(seed).judge());
    }
}
