package io.claviger.tests.planted.initialisers;

import io.claviger.CredentialSource;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

public final class Harmless {

    public static final URI ADDRESS = URI.create("https://vault.example");
    public static final CredentialSource SOURCE = CredentialSource.none();
    public static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);
    public static final ByteArrayOutputStream BYTES = new ByteArrayOutputStream();
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        NAMES.put("name", "value");
    }

    private Harmless() {}

    public static String wait(String name) {
        return NAMES.get(name);
    }
}
