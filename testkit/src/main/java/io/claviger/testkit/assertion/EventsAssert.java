package io.claviger.testkit.assertion;

import io.claviger.Reason;
import io.claviger.event.VaultEvent;
import io.claviger.event.VaultEvent.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/** Assertions about events. */
public final class EventsAssert extends AbstractAssert<EventsAssert, List<VaultEvent>> {

    EventsAssert(Collection<VaultEvent> actual) {
        super(List.copyOf(actual), EventsAssert.class);
    }

    /**
     * Verifies that something happened, once or more often.
     *
     * @param type what kind of thing
     * @param outcome how it ended
     * @return this assertion
     */
    public EventsAssert tellOf(VaultEvent.Type type, Outcome outcome) {
        return have(event -> event.type() == type && event.outcome() == outcome, type + " that is " + outcome);
    }

    /**
     * Verifies how often something happened.
     *
     * @param type what kind of thing
     * @param number the expected number, whatever the outcome
     * @return this assertion
     */
    public EventsAssert tellOf(VaultEvent.Type type, int number) {
        long found = actual.stream().filter(event -> event.type() == type).count();
        if (found != number) {
            failWithMessage("Expected %d events of type <%s>, but there are %d:%n%s", number, type, found, lines());
        }
        return this;
    }

    /**
     * Verifies that something failed for a reason.
     *
     * @param reason the expected reason
     * @return this assertion
     */
    public EventsAssert tellOfFailure(Reason reason) {
        return have(event -> event.reason().filter(reason::equals).isPresent(), "failure because of " + reason);
    }

    /**
     * Verifies that something happened that concerns a name.
     *
     * @param name the secret name
     * @return this assertion
     */
    public EventsAssert tellOfName(String name) {
        return have(event -> event.name().filter(name::equals).isPresent(), "event of the name " + name);
    }

    /**
     * Verifies that no event and no audit line gives a value away.
     *
     * @param secrets the values
     * @return this assertion
     */
    public EventsAssert hide(String... secrets) {
        new RedactionAssert(lines()).hides(secrets);
        return this;
    }

    private EventsAssert have(Predicate<VaultEvent> which, String what) {
        if (actual.stream().noneMatch(which)) {
            failWithMessage("Expected a %s, but the events are:%n%s", what, lines());
        }
        return this;
    }

    /** An event prints itself as its audit line. */
    private String lines() {
        return String.join(
                System.lineSeparator(),
                actual.stream().map(VaultEvent::toString).toList());
    }
}
