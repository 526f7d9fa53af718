package io.claviger.provider.local.internal.vault;

import io.claviger.ConfigurationException;
import io.claviger.SecretReference;
import io.claviger.provider.local.internal.store.EntryName;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import java.util.List;
import java.util.Map;

/** References to entries: one segment, the name. */
final class EntryLocations {

    private EntryLocations() {}

    static Location locate(SecretReference reference) {
        if (!reference.parameters().isEmpty()) {
            throw new ConfigurationException("The reference " + reference + " has parameters, and a local vault takes"
                    + " none. Remove everything from '?' up to '#' or the end.");
        }
        if (reference.path().size() != 1) {
            throw new ConfigurationException(
                    "The reference " + reference + " has " + reference.path().size()
                            + " path segments, and entries of a local vault have one: vault://" + reference.alias()
                            + "/<name>. Write a slash within a name as %2F.");
        }
        Locator locator = Locator.of(List.of(EntryName.of(reference.path().get(0))), Map.of());
        return Location.of(locator, reference.field().orElse(null));
    }
}
