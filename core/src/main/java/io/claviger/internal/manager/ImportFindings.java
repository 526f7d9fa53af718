package io.claviger.internal.manager;

import io.claviger.AllowedDomains;
import io.claviger.Confirmation;
import io.claviger.SetupChange;
import io.claviger.SetupChange.Difference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is found out about an import, in the order in which it was found. */
final class ImportFindings {

    private final List<SetupChange> changes = new ArrayList<>();
    private final List<String> conflicts = new ArrayList<>();
    private final Set<Confirmation> confirmations = new LinkedHashSet<>();

    void change(SetupChange.Kind kind, String subject, List<Difference> differences) {
        changes.add(new SetupChange(kind, subject, differences));
    }

    void conflict(String sentence) {
        conflicts.add(sentence);
    }

    void confirm(Confirmation.Kind kind, String subject, String before, String after) {
        confirmations.add(new Confirmation(kind, subject, before, after));
    }

    void domains(String subject, AllowedDomains before, AllowedDomains after) {
        if (ScopeRules.loosens(before, after)) {
            confirm(Confirmation.Kind.LOOSENED_DOMAINS, subject, text(before), text(after));
        }
    }

    static String text(AllowedDomains domains) {
        return domains.restricted() ? domains.toString() : "anywhere";
    }

    static void differ(List<Difference> found, String what, String before, String after) {
        if (!before.equals(after)) {
            found.add(new Difference(what, before, after));
        }
    }

    List<SetupChange> changes() {
        return List.copyOf(changes);
    }

    List<String> conflicts() {
        return List.copyOf(conflicts);
    }

    Set<Confirmation> confirmations() {
        return Collections.unmodifiableSet(confirmations);
    }
}
