package io.claviger.model;

import io.claviger.Reason;
import io.claviger.model.Instant.Access;
import io.claviger.model.Instant.Meaning;
import io.claviger.model.Sighting.Probe;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whether a reader got what was right between the call and its return: the links as they were at one instant (S6), and all else
 * as it was then or later.
 */
final class Verdict {

    private final Probe probe;
    private final Answer answer;
    private final List<Instant> possible;
    // whoever leaves is signed out first, and what is theirs is disconnected then
    private final boolean leaving;

    Verdict(Sighting sighting, List<Instant> possible, boolean leaving) {
        this.leaving = leaving;
        this.probe = sighting.probe();
        this.answer = sighting.answer();
        this.possible = possible;
    }

    boolean right() {
        return IntStream.range(0, possible.size())
                .anyMatch(instant ->
                        right(possible.get(instant).meanings().get(probe), possible.subList(instant, possible.size())));
    }

    private boolean right(List<Meaning> meanings, List<Instant> since) {
        if (answer instanceof Answer.Refused) {
            return meanings.stream().anyMatch(meaning -> since.stream()
                    .anyMatch(instant -> access(instant, meaning).refused()));
        }
        Map<String, String> shown = ((Answer.Results) answer).each();
        return IntStream.range(0, meanings.size())
                .allMatch(i -> right(meanings.get(i), shown.get(probe.names().get(i)), since));
    }

    private boolean right(Meaning meaning, String shown, List<Instant> since) {
        List<Access> accesses =
                since.stream().map(instant -> access(instant, meaning)).toList();
        if (shown.equals(Reason.ROLE_NOT_PERMITTED.name())) {
            return accesses.stream().anyMatch(Access::refused);
        }
        if (!shown.startsWith(Secrets.MARK)) {
            return (leaving && shown.equals(Reason.REAUTHENTICATION_REQUIRED.name()))
                    || names(meaning.reasons(), shown)
                    || accesses.stream().anyMatch(access -> names(access.reasons(), shown))
                    || accesses.stream().skip(1).anyMatch(access -> names(access.late(), shown));
        }
        int newest = accesses.stream().mapToInt(Access::newest).max().orElseThrow();
        return meaning.reasons().isEmpty()
                && accesses.stream().anyMatch(access -> access.gives(shown, meaning.place(), newest));
    }

    private Access access(Instant instant, Meaning meaning) {
        return instant.access(probe.reader(), meaning.place());
    }

    private static boolean names(Collection<Reason> reasons, String shown) {
        return reasons.stream().anyMatch(reason -> reason.name().equals(shown));
    }
}
