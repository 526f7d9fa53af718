package io.claviger.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;

/** A table for a page. */
public final class MarkdownTable {

    private final Grid grid;

    public MarkdownTable(Grid grid) {
        this.grid = grid;
    }

    @Override
    public String toString() {
        return line(grid.head())
                + line(grid.right().stream().map(right -> right ? "--:" : "---").toList())
                + grid.body().stream().map(MarkdownTable::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
