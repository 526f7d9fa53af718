package io.claviger.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws the times of all rows that have one: shorter bars are faster. */
public final class BarChart {

    private static final int WIDTH = 960;
    private static final int LEFT = 300;
    private static final int RIGHT = 90;
    private static final int TOP = 84;
    private static final int BAR = 11;
    private static final int GAP = 8;
    private static final int HEADING = 30;
    private static final String OURS = "Claviger";
    private static final String STYLE =
            "text{font-family:system-ui,Helvetica,Arial,sans-serif;fill:#222;font-size:12px}"
                    + ".title{font-size:17px;font-weight:600}.group{font-size:13px;font-weight:600}.small{font-size:11px;fill:#555}";

    private final Svg svg = new Svg();
    private final Map<String, Map<String, List<Row>>> groups = new LinkedHashMap<>();
    private final LogScale scale;
    private int y = TOP;

    public BarChart(Rows rows) {
        List<Row> times = rows.all().stream()
                .filter(row -> row.unit().equals(Row.NANOSECONDS) && row.value().isPresent())
                .toList();
        times.forEach(row -> groups.computeIfAbsent(heading(row), group -> new LinkedHashMap<>())
                .computeIfAbsent(row.title(), title -> new ArrayList<>())
                .add(row));
        scale = LogScale.over(
                times.stream().map(row -> row.value().getAsDouble()).toList(), LEFT, WIDTH - LEFT - RIGHT);
    }

    private static String heading(Row row) {
        return row.variant().isEmpty() ? row.group() : row.group() + ", " + row.variant();
    }

    /** Returns the picture. */
    public String draw() {
        int height = TOP + height() + GAP;
        for (double mark : scale.marks()) {
            svg.line(scale.x(mark), TOP - 6, height - GAP, "#dddddd");
            svg.text(scale.x(mark), TOP - 12, "middle", "small", LogScale.label(mark));
        }
        svg.text(16, 28, "start", "title", "Time by operation, logarithmic: shorter is faster");
        legend();
        groups.forEach(this::group);
        return svg.document(WIDTH, height, STYLE);
    }

    private void legend() {
        int x = 16;
        for (int threads = 1; threads <= 2; threads++) {
            String words = threads == 1 ? "1 thread" : "2 threads";
            svg.rectangle(x, 42, BAR, BAR, colour(true, threads))
                    .rectangle(x + 14, 42, BAR, BAR, colour(false, threads));
            svg.text(x + 32, 52, "start", "small", OURS + ", others: " + words);
            x += 190;
        }
    }

    private void group(String heading, Map<String, List<Row>> titles) {
        y += HEADING;
        svg.text(16, y - 10, "start", "group", heading);
        titles.forEach(this::bars);
    }

    private void bars(String title, List<Row> rows) {
        svg.text(LEFT - 8, y + rows.size() * BAR / 2.0 + 4, "end", "label", title);
        for (Row row : rows) {
            double value = row.value().getAsDouble();
            double end = Math.max(scale.x(value), LEFT + 1);
            svg.rectangle(LEFT, y, end - LEFT, BAR - 1, colour(title.startsWith(OURS), row.threads()));
            svg.text(end + 5, y + BAR - 2, "start", "small", LogScale.label(value));
            y += BAR;
        }
        y += GAP;
    }

    private int height() {
        return groups.values().stream()
                .mapToInt(titles -> HEADING
                        + titles.values().stream()
                                .mapToInt(rows -> rows.size() * BAR + GAP)
                                .sum())
                .sum();
    }

    private static String colour(boolean ours, int threads) {
        if (ours) {
            return threads == 1 ? "#0b6e4f" : "#6fb89d";
        }
        return threads == 1 ? "#5b6b82" : "#aab5c4";
    }
}
