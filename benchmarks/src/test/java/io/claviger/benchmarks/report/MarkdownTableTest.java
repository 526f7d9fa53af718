package io.claviger.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {

    @Test
    void columns_areSeparatedAndNumbersAreOnTheRight() {
        Grid grid = new Grid(List.of("case", "ns"), List.of(false, true), List.of(List.of("a|b", "1.50")));

        assertThat(new MarkdownTable(grid)).hasToString("""
                        | case | ns |
                        | --- | --: |
                        | a\\|b | 1.50 |
                        """);
    }
}
