package io.claviger.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What happened in a simulated day, in order. */
final class DayLog {

    private final List<Line> lines = new ArrayList<>();

    /**
     * One thing that happened.
     *
     * @param step its place in the day
     * @param at when
     * @param what what
     */
    record Line(int step, Moment at, Happening what) {
        @Override
        public String toString() {
            return "#" + step + " " + at + " " + what;
        }
    }

    /** Writes a line, and returns its step. */
    int add(Moment at, Happening what) {
        lines.add(new Line(lines.size(), at, what));
        return lines.size() - 1;
    }

    /** The step that the next line will have. */
    int next() {
        return lines.size();
    }

    Line line(int step) {
        return lines.get(step);
    }

    List<Line> lines() {
        return lines;
    }

    <T extends Happening> Stream<T> all(Class<T> kind) {
        return lines.stream().map(Line::what).filter(kind::isInstance).map(kind::cast);
    }

    /** The last lines that lead to a step and are about something, for whoever has to find out what went wrong. */
    String upTo(int step, Predicate<String> about, int most) {
        List<String> found = lines.stream()
                .filter(line -> line.step() <= step)
                .map(Line::toString)
                .filter(about)
                .toList();
        return String.join("\n", found.subList(Math.max(0, found.size() - most), found.size()));
    }
}
