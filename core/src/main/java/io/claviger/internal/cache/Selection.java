package io.claviger.internal.cache;

import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import java.util.Optional;

/** Selects a value in a secret. */
public final class Selection {

    private Selection() {}

    /**
     * Returns one value of a secret.
     *
     * @param snapshot the secret
     * @param field a field; empty for the whole
     * @return the value; empty if the secret has no such field, or several where the whole is asked for
     */
    public static Optional<SecretValue> of(SecretSnapshot snapshot, Optional<String> field) {
        return field.isPresent() ? snapshot.field(field.get()) : snapshot.value();
    }
}
