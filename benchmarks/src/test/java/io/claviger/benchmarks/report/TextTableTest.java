package io.claviger.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void results_areAlignedWithTheirRatios() {
        assertThat(new TextTable(Grid.of(Samples.warm()))).hasToString("""
benchmark                       case                            threads  result  ± error  unit          B/op  ratio
------------------------------  ------------------------------  -------  ------  -------  ------------  ----  -----
Warm read                       Claviger, by SecretHandle             1    1.50     0.15  ns/op            0   0.06
Warm read                       Claviger, by SecretReference          1      20        2  ns/op            0   0.80
Warm read                       Caffeine, expireAfterWrite            1      25     2.50  ns/op            0   base
Warm read                       AWS caching client, whole text        1   1,500      150  ns/op            0     60
Cold stampede, virtual threads  Claviger                          1,000                   needs JDK 21
""");
    }
}
