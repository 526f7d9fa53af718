package io.claviger.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.IntegrationManager;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The model notices what could be wrong, and tells it in few steps")
class DefectTest {

    private static final long MOST_SEQUENCES = 600;
    private static final int MOST_STEPS = 6;

    @ParameterizedTest
    @EnumSource
    void defect_planted_isNoticedAndShrunk(Defect defect) {
        Trial failing = firstFailing(defect);
        Trial shrunk = Shrinker.shrunk(failing);
        assertThat(shrunk.run()).isPresent();
        assertThat(shrunk.steps()).hasSizeLessThanOrEqualTo(failing.steps().size());
    }

    @Test
    void shrunkSequence_ofAPlantedDefect_hasFewSteps() {
        assertThat(Shrinker.shrunk(firstFailing(Defect.SCOPE_IS_IGNORED)).steps())
                .hasSizeLessThanOrEqualTo(MOST_STEPS);
    }

    private static Trial firstFailing(Defect defect) {
        return LongStream.range(0, MOST_SEQUENCES)
                .mapToObj(number -> new Seed(number).trial(healthy -> Doctor.with(defect, healthy)))
                .filter(trial -> trial.run().isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("not noticed: " + defect));
    }

    @Test
    void sequence_ofTheSameSeed_hasTheSameSteps() {
        UnaryOperator<IntegrationManager> healthy = manager -> manager;
        assertThat(new Seed(7).trial(healthy).steps())
                .isEqualTo(new Seed(7).trial(healthy).steps());
        assertThat(new Seed(7).trial(healthy).run()).isEqualTo(Optional.empty());
    }

    @Test
    void defect_plantedWhereOthersRead_isNoticed() {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            assertThatThrownBy(() -> LongStream.range(0, MOST_SEQUENCES)
                            .mapToObj(number -> new Seed(number)
                                    .race(healthy -> Doctor.with(Defect.HANDLE_NEVER_LOOKS_AGAIN, healthy)))
                            .forEach(race -> race.run(threads)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("what was never right")
                    .hasMessageContaining("-Dmodel.race=");
        } finally {
            threads.shutdown();
        }
    }
}
