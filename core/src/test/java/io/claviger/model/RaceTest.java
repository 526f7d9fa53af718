package io.claviger.model;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * By default 500 sequences; {@code -Dmodel.races=N} runs N, and {@code -Dmodel.race=S} only the steps that a failure named,
 * with whatever comes of the threads this time.
 */
@DisplayName("C4, C5, S6, S7, S10-S12: who reads while things change gets what was right at some instant of the call")
class RaceTest {

    private static final long RACES = Long.getLong("model.races", 500);
    private static final Long ONE = Long.getLong("model.race");

    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    @AfterAll
    static void stop() {
        THREADS.shutdown();
    }

    @Test
    void readers_whileOneChangesThings_seeEachChangeAsAWhole() {
        LongStream seeds = ONE == null ? LongStream.range(0, RACES) : LongStream.of(ONE);
        seeds.forEach(number -> new Seed(number).race(UnaryOperator.identity()).run(THREADS));
    }
}
