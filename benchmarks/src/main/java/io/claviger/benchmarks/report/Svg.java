package io.claviger.benchmarks.report;

import java.util.Locale;

/** Writes the few shapes that a chart needs. */
final class Svg {

    private final StringBuilder shapes = new StringBuilder();

    Svg rectangle(double x, double y, double width, double height, String fill) {
        return add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                x, y, width, height, fill);
    }

    Svg line(double x, double top, double bottom, String stroke) {
        return add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n", x, top, x, bottom, stroke);
    }

    /** Adds text that begins, ends or is centred at a point: {@code start}, {@code end}, {@code middle}. */
    Svg text(double x, double y, String anchor, String style, String text) {
        return add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" class=\"%s\">%s</text>%n",
                x, y, anchor, style, escape(text));
    }

    String document(int width, int height, String style) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d">
                <style>%s</style>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                %s</svg>
                """.formatted(width, height, width, height, style, shapes);
    }

    private Svg add(String format, Object... arguments) {
        shapes.append(String.format(Locale.ROOT, format.replace("%n", "\n"), arguments));
        return this;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
