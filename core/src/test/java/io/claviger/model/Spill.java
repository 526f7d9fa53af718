package io.claviger.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Looks for secret values and credentials in what must not show any. */
final class Spill {

    private static final int DEEPEST = 20;

    private final List<String> found = new CopyOnWriteArrayList<>();

    void look(Object shown) {
        String text = String.valueOf(shown);
        if (text.contains(Secrets.MARK)) {
            found.add(shown.getClass().getSimpleName() + ": " + text);
        }
    }

    void lookAt(Throwable thrown) {
        Throwable current = thrown;
        for (int depth = 0; current != null && depth < DEEPEST; depth++) {
            look(current);
            for (Throwable suppressed : current.getSuppressed()) {
                look(suppressed);
            }
            current = current.getCause();
        }
    }

    List<String> found() {
        return found;
    }
}
