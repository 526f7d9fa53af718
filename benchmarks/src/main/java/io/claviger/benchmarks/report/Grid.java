package io.claviger.benchmarks.report;

import java.util.List;

/** Results or targets as texts, row by row: what tables are written from. */
public record Grid(List<String> head, List<Boolean> right, List<List<String>> body) {

    public Grid {
        head = List.copyOf(head);
        right = List.copyOf(right);
        body = body.stream().map(List::copyOf).toList();
    }

    /** Lays out results. */
    public static Grid of(Rows rows) {
        return new Grid(
                List.of("benchmark", "case", "threads", "result", "± error", "unit", "B/op", "ratio"),
                List.of(false, false, true, true, true, false, true, true),
                rows.all().stream().map(row -> cells(rows, row)).toList());
    }

    private static List<String> cells(Rows rows, Row row) {
        return List.of(
                row.variant().isEmpty() ? row.group() : row.group() + ", " + row.variant(),
                row.title(),
                Numbers.text(row.threads()),
                Numbers.text(row.value()),
                Numbers.text(row.error()),
                row.unit(),
                Numbers.bytes(row.bytes()),
                row.base() ? "base" : Numbers.text(rows.ratio(row)));
    }

    /** Lays out targets. */
    public static Grid of(List<Target> targets) {
        return new Grid(
                List.of("operation", "target", "measured", "verdict"),
                List.of(false, false, false, false),
                targets.stream()
                        .map(target -> List.of(
                                target.operation(), target.limitText(), target.measuredText(), target.verdict()))
                        .toList());
    }
}
