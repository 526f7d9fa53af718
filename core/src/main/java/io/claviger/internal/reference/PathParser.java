package io.claviger.internal.reference;

import java.util.ArrayList;
import java.util.List;

/** Reads the segments of the path. */
final class PathParser {

    private PathParser() {}

    static List<String> segments(Span path) {
        if (path.to() - path.from() < 2) {
            throw path.error(path.to(), "The path is missing.", "Write it after the alias, as in vault://alias/path.");
        }
        List<String> segments = new ArrayList<>();
        for (Span rest = path; !rest.isEmpty(); ) {
            Span segment = first(rest);
            segments.add(decoded(segment));
            rest = rest.startingAt(segment.to());
        }
        return segments;
    }

    private static Span first(Span rest) {
        Span afterSlash = rest.startingAt(rest.from() + 1);
        return afterSlash.endingAt(afterSlash.find("/"));
    }

    private static String decoded(Span segment) {
        if (segment.isEmpty()) {
            throw segment.error(
                    segment.from(),
                    "A segment of the path is empty.",
                    "Remove the slash before it; a slash inside a segment is written %2F.");
        }
        return new PercentDecoder(segment, Component.SEGMENT).decode();
    }
}
