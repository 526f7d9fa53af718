package io.claviger.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** A table for a terminal: columns aligned by spaces. */
public final class TextTable {

    private static final String GAP = "  ";

    private final Grid grid;
    private final List<Integer> widths = new ArrayList<>();

    public TextTable(Grid grid) {
        this.grid = grid;
        for (int column = 0; column < grid.head().size(); column++) {
            widths.add(width(column));
        }
    }

    private int width(int column) {
        return grid.body().stream()
                .mapToInt(cells -> cells.get(column).length())
                .reduce(grid.head().get(column).length(), Math::max);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(text, grid.head());
        append(text, widths.stream().map("-"::repeat).toList());
        grid.body().forEach(cells -> append(text, cells));
        return text.toString();
    }

    private void append(StringBuilder text, List<String> cells) {
        List<String> padded = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            padded.add(pad(cells.get(column), column));
        }
        text.append(String.join(GAP, padded).stripTrailing()).append('\n');
    }

    private String pad(String cell, int column) {
        String blanks = " ".repeat(widths.get(column) - cell.length());
        return grid.right().get(column) ? blanks + cell : cell + blanks;
    }
}
