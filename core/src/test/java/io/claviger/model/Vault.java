package io.claviger.model;

import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A vault as it is: what it holds, to whom it is closed, whether it answers. */
final class Vault {

    private final String address;
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();
    private final Set<String> denied = ConcurrentHashMap.newKeySet();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();
    private volatile boolean down;

    Vault(String address) {
        this.address = address;
        Secrets.PATHS.forEach(path -> versions.put(path, 1));
    }

    String address() {
        return address;
    }

    int rotate(String path) {
        deleted.remove(path);
        return versions.merge(path, 1, Integer::sum);
    }

    void deny(String path, boolean on) {
        change(denied, path, on);
    }

    void delete(String path) {
        deleted.add(path);
    }

    private static void change(Set<String> paths, String path, boolean on) {
        if (on) {
            paths.add(path);
        } else {
            paths.remove(path);
        }
    }

    void down(boolean on) {
        down = on;
    }

    boolean isDown() {
        return down;
    }

    /** How a read fails now; empty if it succeeds. */
    Optional<Kind> failure(String path) {
        if (down) {
            return Optional.of(Kind.UNAVAILABLE);
        }
        if (!versions.containsKey(path)) {
            return Optional.of(Kind.NOT_FOUND);
        }
        if (deleted.contains(path)) {
            return Optional.of(Kind.DELETED);
        }
        return denied.contains(path) ? Optional.of(Kind.DENIED) : Optional.empty();
    }

    int version(String path) {
        return versions.getOrDefault(path, 0);
    }

    static VaultFailure failure(Kind kind) {
        return VaultFailure.of(kind, "As scripted.");
    }
}
