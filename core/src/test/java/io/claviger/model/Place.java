package io.claviger.model;

import com.google.common.base.Splitter;
import io.claviger.SecretReference;
import java.util.List;
import java.util.Map;

/**
 * Where a value is said to live.
 *
 * @param alias an alias, perhaps of no integration
 * @param path a path, perhaps of no secret
 * @param field a field, perhaps one that is not there; empty for the whole secret
 */
record Place(String alias, String path, String field) {

    SecretReference reference() {
        return SecretReference.of(alias, Splitter.on('/').splitToList(path), Map.of(), field.isEmpty() ? null : field);
    }

    static Place of(SecretReference reference) {
        return new Place(
                reference.alias(),
                String.join("/", reference.path()),
                reference.field().orElse(""));
    }

    /** Two places of one secret. */
    boolean sameSecretAs(Place other) {
        return List.of(alias, path).equals(List.of(other.alias, other.path));
    }

    @Override
    public String toString() {
        return reference().toString();
    }
}
