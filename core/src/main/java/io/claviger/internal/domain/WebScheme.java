package io.claviger.internal.domain;

import com.google.common.base.Ascii;
import java.util.Optional;

/** The schemes that allowed domains and endpoints know. */
enum WebScheme {
    HTTP(80),
    HTTPS(443);

    private final int defaultPort;

    WebScheme(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    /** Returns the scheme of a name in letters of any case; empty for any other. */
    static Optional<WebScheme> of(String name) {
        return switch (Ascii.toLowerCase(name)) {
            case "http" -> Optional.of(HTTP);
            case "https" -> Optional.of(HTTPS);
            default -> Optional.empty();
        };
    }

    int defaultPort() {
        return defaultPort;
    }

    String text() {
        return Ascii.toLowerCase(name());
    }
}
