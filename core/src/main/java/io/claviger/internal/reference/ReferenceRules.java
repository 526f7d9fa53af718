package io.claviger.internal.reference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reference may consist of. */
public final class ReferenceRules {
    private ReferenceRules() {}

    public static void check(String alias, List<String> path, Map<String, String> parameters, @Nullable String field) {}
}
