package io.claviger.examples.teamvault;

import io.claviger.AccessRefusedException;
import io.claviger.Actor;
import io.claviger.ClavigerException;
import io.claviger.UnresolvedException;
import java.io.PrintStream;

/** Prints the day. */
final class Narrator {

    private final PrintStream out;
    private int chapter;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.println();
        out.println("Team vault: " + text);
    }

    void chapter(String text) {
        chapter++;
        out.println();
        out.println(chapter + ". " + text);
    }

    void line(String text) {
        text.lines().forEach(line -> out.println("   " + line));
    }

    void tells(Actor who, String what) {
        line(who.id() + ": " + what);
    }

    /** Tries what the actor may not do, and says why not. */
    void refused(Actor who, String what, Runnable attempt) {
        fails(who, what, AccessRefusedException.class, attempt);
    }

    /** Tries what has no value now, and says why. */
    void unresolved(Actor who, String what, Runnable attempt) {
        fails(who, what, UnresolvedException.class, attempt);
    }

    /** Tries what does not work, and says why. */
    void fails(Actor who, String what, Class<? extends ClavigerException> how, Runnable attempt) {
        try {
            attempt.run();
        } catch (ClavigerException e) {
            if (how.isInstance(e)) {
                tells(who, what + " -> " + e.getMessage());
                return;
            }
            throw e;
        }
        throw new IllegalStateException("It should have failed: " + what);
    }
}
