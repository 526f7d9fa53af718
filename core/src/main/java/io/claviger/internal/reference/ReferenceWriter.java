package io.claviger.internal.reference;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Writes the canonical text of references. */
public final class ReferenceWriter {
    private ReferenceWriter() {}

    public static String write(
            String alias, List<String> path, SortedMap<String, String> parameters, @Nullable String field) {
        return alias + path + parameters + field;
    }
}
