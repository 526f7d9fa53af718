package io.claviger.testkit.vault;

import io.claviger.SecretSnapshot;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One secret with its versions, numbered from 1, and what has become of it. */
final class Shelf {

    private final List<SecretSnapshot> versions = new ArrayList<>();
    private @Nullable Supplier<SecretSnapshot> script;
    private @Nullable VaultFailure barrier;
    private boolean denied;

    synchronized void add(SecretSnapshot.Builder content) {
        versions.add(content.version(String.valueOf(versions.size() + 1)).build());
        script = null;
        barrier = null;
    }

    synchronized void script(Supplier<SecretSnapshot> source) {
        script = source;
    }

    synchronized void barrier(@Nullable VaultFailure failure) {
        barrier = failure;
    }

    synchronized void deny(boolean now) {
        denied = now;
    }

    /** A secret that was removed for good is denied to whom it was denied before. */
    synchronized void clear() {
        versions.clear();
        script = null;
        barrier = null;
    }

    synchronized SecretSnapshot read(Optional<String> version) {
        check();
        return version.isPresent() ? pinned(version.get()) : current();
    }

    private void check() {
        if (denied) {
            throw VaultFailure.of(Kind.DENIED, "The scripted vault denies this secret.");
        }
        if (barrier != null) {
            throw barrier;
        }
    }

    private SecretSnapshot current() {
        if (script != null) {
            return script.get();
        }
        if (versions.isEmpty()) {
            throw missing();
        }
        return versions.get(versions.size() - 1);
    }

    private SecretSnapshot pinned(String version) {
        if (versions.isEmpty()) {
            throw missing();
        }
        return versions.stream()
                .filter(each -> each.version().filter(version::equals).isPresent())
                .findFirst()
                .orElseThrow(
                        () -> VaultFailure.of(Kind.VERSION_NOT_FOUND, "The scripted vault has no such version of it."));
    }

    synchronized boolean isCurrent(String version) {
        check();
        return script == null && version.equals(String.valueOf(versions.size()));
    }

    static VaultFailure missing() {
        return VaultFailure.of(Kind.NOT_FOUND, "The scripted vault has no such secret.");
    }
}
