package io.claviger.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final LargeSizes SIZES = new LargeSizes("10 secrets", "1,000 secrets");

    @Test
    void page_hasCommandMachineChartTargetsAndResults() {
        Machine machine = new Machine(2, "A processor", "A Java", "An OS");

        assertThat(new Page("mvn x", "one fork", machine)
                        .write(Samples.warm(), Targets.of(Samples.warm(), SIZES), "chart.svg"))
                .contains("mvn x", "2 cores, A processor; A Java; An OS", "one fork", "(chart.svg)")
                .contains("| SecretHandle, warm | ≤ 2 ns | 1.50 ns | met |")
                .contains("| Warm read | Claviger, by SecretHandle | 1 | 1.50 | 0.15 | ns/op | 0 | 0.06 |");
    }

    @Test
    void machine_tellsNoFolder() {
        assertThat(Machine.here().toString())
                .doesNotContain(System.getProperty("java.home"), System.getProperty("user.home"))
                .doesNotContain(Path.of("").toAbsolutePath().toString());
    }
}
