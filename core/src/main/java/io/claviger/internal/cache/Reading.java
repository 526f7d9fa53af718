package io.claviger.internal.cache;

import io.claviger.SecretSnapshot;
import java.util.function.BooleanSupplier;

/**
 * What a vault gave. Prints nothing of it.
 *
 * @param snapshot the secret
 * @param standing whether it may be kept: what was read in a personal session stands no longer than that session (S5)
 */
public record Reading(SecretSnapshot snapshot, BooleanSupplier standing) {

    @Override
    public String toString() {
        return "Reading";
    }
}
