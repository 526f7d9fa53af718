package io.claviger.internal.manager;

import io.claviger.AllowedDomains;
import io.claviger.IntegrationScope;
import io.claviger.internal.scope.ScopePattern;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a restriction is weaker than another. Only what is plainly as strict counts as such: patterns taken away or added
 * are compared by their text.
 */
final class ScopeRules {

    private ScopeRules() {}

    /** Whether anything is in the new scope that may not have been in the old one. */
    static boolean widens(IntegrationScope before, IntegrationScope after) {
        Map<String, Set<String>> now = byParameter(before);
        Map<String, Set<String>> then = byParameter(after);
        // each parameter, and the paths, is restricted by patterns of its own; without any it is free
        return now.entrySet().stream()
                .anyMatch(entry -> loosens(entry.getValue(), then.getOrDefault(entry.getKey(), Set.of())));
    }

    private static Map<String, Set<String>> byParameter(IntegrationScope scope) {
        return scope.patterns().stream()
                .collect(Collectors.groupingBy(ScopeRules::parameter, Collectors.toUnmodifiableSet()));
    }

    // paths have no name
    private static String parameter(String pattern) {
        return ScopePattern.parse(pattern).parameter().orElse("");
    }

    /** Whether values may be sent anywhere that they might not have been sent before. */
    static boolean loosens(AllowedDomains before, AllowedDomains after) {
        return loosens(patterns(before), patterns(after));
    }

    private static Set<String> patterns(AllowedDomains domains) {
        List<String> patterns = Arrays.stream(domains.toString().split(",", -1))
                .map(String::strip)
                .toList();
        return domains.restricted() ? new HashSet<>(patterns) : Set.of();
    }

    private static boolean loosens(Set<String> before, Set<String> after) {
        return !before.isEmpty() && (after.isEmpty() || !before.containsAll(after));
    }
}
