package io.claviger.examples.quickstart;

import java.io.PrintStream;

/** Prints the story. */
final class Narrator {

    private final PrintStream out;
    private int chapter;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.println();
        out.println("Claviger quick start: " + text);
    }

    void chapter(String text) {
        chapter++;
        out.println();
        out.println(chapter + ". " + text);
    }

    void line(String text) {
        text.lines().forEach(line -> out.println("   " + line));
    }

    void end(String text) {
        out.println();
        out.println(text);
        out.println();
    }
}
