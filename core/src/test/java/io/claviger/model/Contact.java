package io.claviger.model;

import io.claviger.spi.VaultFailure;
import java.time.Duration;
import java.util.Optional;

/**
 * One thing that a vault was asked for.
 *
 * @param what login, read, write or revoke
 * @param alias through which integration
 * @param principal in whose session
 * @param path of which secret; empty if of none
 * @param version what was read or written; 0 if nothing
 * @param failure how it failed
 * @param at when
 */
record Contact(
        What what,
        String alias,
        String principal,
        String path,
        int version,
        Optional<VaultFailure.Kind> failure,
        Duration at) {

    enum What {
        LOGIN,
        READ,
        WRITE,
        REVOKE
    }

    boolean failed() {
        return failure.isPresent();
    }

    boolean failedWith(VaultFailure.Kind kind) {
        return failure.filter(kind::equals).isPresent();
    }

    @Override
    public String toString() {
        return what + " " + alias + " as " + principal + (path.isEmpty() ? "" : " " + path) + " -> "
                + failure.map(Object::toString).orElse(version == 0 ? "done" : "version " + version);
    }
}
