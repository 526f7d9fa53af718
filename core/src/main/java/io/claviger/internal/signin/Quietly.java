package io.claviger.internal.signin;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Closes what nobody waits for. */
final class Quietly {

    private Quietly() {}

    static void close(@Nullable Closeable resource) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (IOException e) {
            // it is closed, or as good as that
        }
    }
}
