package io.claviger.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TargetsTest {

    private static final LargeSizes SIZES = new LargeSizes("10 secrets", "1,000 secrets");

    private final List<Target> targets = Targets.of(Samples.warm(), SIZES);

    @Test
    void numberWithinItsLimit_isMet() {
        assertThat(find("SecretHandle, warm").verdict()).isEqualTo("met");
        assertThat(find("faster than the AWS caching client, by handle").measuredText())
                .isEqualTo("1,000 ×");
    }

    @Test
    void numberBeyondItsLimit_isMissedBySoMuch() {
        Target target = find("Claviger, by SecretReference, against Caffeine with expiration");

        assertThat(target.measuredText()).isEqualTo("0.80 ×");
        assertThat(target.verdict()).isEqualTo("missed by 0.30 × (60.0 %)");
    }

    @Test
    void numberThatIsMissing_isOpen() {
        assertThat(find("render, faster than Commons Text").verdict()).isEqualTo("open");
        assertThat(find("1,000 callers on one cold secret, virtual threads").verdict())
                .isEqualTo("open");
    }

    @Test
    void limitOfNothing_isMissedWithoutAShare() {
        assertThat(Target.atMost("x", 0, " B", OptionalDouble.of(16)).verdict()).isEqualTo("missed by 16 B");
    }

    private Target find(String operation) {
        return targets.stream()
                .filter(target -> target.operation().equals(operation))
                .findFirst()
                .orElseThrow();
    }
}
