package io.claviger.model;

import io.claviger.Reason;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Judges whether secrets that have to have a value have one. */
final class Proof {

    private final Reading reading;
    private final List<Wanted> wanted;

    Proof(Model model, Reader reader, List<Wanted> wanted) {
        this.reading = new Reading(model, reader, wanted);
        this.wanted = wanted;
    }

    void follow(Collection<Contact> contacts) {
        reading.follow(contacts);
    }

    /** Why any of them may be said to have none; empty if all have one. */
    Set<Reason> failures() {
        Set<Reason> failures = EnumSet.noneOf(Reason.class);
        for (Wanted want : wanted) {
            failures.addAll(want.reasons());
            if (want.readable()) {
                failures.addAll(reading.failures(want));
            }
        }
        if (failures.isEmpty()) {
            reading.checkReads();
        }
        return failures;
    }
}
