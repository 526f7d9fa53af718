package io.claviger.model;

import io.claviger.Reason;
import io.claviger.spi.VaultFailure.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges one call of one reader, who may want several things at once. */
final class Reading {

    private final Model model;
    private final List<Wanted> wanted;
    private final Map<List<String>, Fetch> fetches = new LinkedHashMap<>();

    Reading(Model model, Reader reader, List<Wanted> wanted) {
        this.model = model;
        this.wanted = wanted;
        model.forget();
        wanted.stream()
                .filter(Wanted::readable)
                .map(Wanted::place)
                .forEach(place -> fetches.computeIfAbsent(key(place), key -> new Fetch(model, reader, place)));
    }

    private static List<String> key(Place place) {
        return List.of(place.alias(), place.path());
    }

    void judge(Observed seen) {
        follow(seen.contacts());
        Set<Answer> refusals = wanted.stream()
                .map(Wanted::refused)
                .filter(operation -> operation != null)
                .map(Answer::refused)
                .collect(Collectors.toSet());
        if (!refusals.isEmpty()) {
            model.expect(seen, refusals);
            return;
        }
        checkReads();
        checkAnswer(seen.answer());
    }

    /** Has the model's cache do what the vaults were seen to be asked for, if they may be. */
    void follow(Collection<Contact> contacts) {
        contacts.stream()
                .filter(contact -> contact.failedWith(Kind.SESSION_ENDED))
                .map(this::covering)
                .flatMap(Collection::stream)
                .map(fetch -> fetch.channel)
                .forEach(channel -> fetches.values().stream()
                        .filter(fetch -> fetch.channel == channel)
                        .forEach(Fetch::sessionLost));
        contacts.forEach(this::follow);
        fetches.values().stream().filter(Fetch::overthrown).forEach(fetch -> fetch.channel.drop(fetch.path));
    }

    private void follow(Contact contact) {
        List<Fetch> by = covering(contact);
        Model.check(by.stream().anyMatch(Fetch::mayRead), () -> "asked a vault for no reason: " + contact);
        ModelChannel channel = by.get(0).channel;
        if (contact.what() == Contact.What.LOGIN) {
            channel.loggedIn(contact);
        } else {
            Model.check(contact.what() == Contact.What.READ, () -> "did more than read: " + contact);
            by.get(0).read(contact);
            channel.read(contact, model.expiration);
        }
    }

    private List<Fetch> covering(Contact contact) {
        return fetches.values().stream().filter(fetch -> fetch.covers(contact)).toList();
    }

    private void checkAnswer(Answer answer) {
        Map<String, String> shown;
        if (answer instanceof Answer.Results results) {
            shown = results.each();
        } else if (answer instanceof Answer.Failed failed) {
            shown = failed.reasons();
        } else {
            throw new Disagreement("answered " + answer + " instead of " + wanted);
        }
        boolean partial = answer instanceof Answer.Failed;
        for (Wanted want : wanted) {
            Model.check(partial || shown.containsKey(want.label()), () -> "no word about " + want.label());
            if (!want.readable()) {
                Model.check(
                        named(want.reasons(), shown.get(want.label())),
                        () -> want.label() + " became " + shown.get(want.label()) + " instead of any of "
                                + want.reasons());
            }
        }
        fetches.forEach((key, fetch) -> checkVersion(key, fetch, shown, partial));
    }

    private static boolean named(Set<Reason> reasons, String shown) {
        return reasons.stream().anyMatch(reason -> reason.name().equals(shown));
    }

    // all fields of a secret are of one version (C10)
    private void checkVersion(List<String> key, Fetch fetch, Map<String, String> shown, boolean partial) {
        List<Wanted> these = new ArrayList<>(wanted);
        these.removeIf(want -> !want.readable() || !key(want.place()).equals(key));
        boolean fits = fetch.versions().stream().anyMatch(version -> these.stream()
                .allMatch(want -> fits(fetch, version, want, shown.get(want.label()), partial)));
        Model.check(
                fits,
                () -> "of " + these.stream().map(Wanted::label).toList() + " became " + shown + ", with versions "
                        + fetch.versions() + " or any of " + fetch.reasons() + " possible");
    }

    private static boolean fits(Fetch fetch, Optional<Integer> version, Wanted want, String shown, boolean partial) {
        if (version.isEmpty()) {
            return named(fetch.reasons(), shown);
        }
        String text = Secrets.text(
                fetch.integration.address,
                fetch.path,
                version.get(),
                want.place().field());
        return text == null
                ? Reason.FIELD_NOT_FOUND.name().equals(shown)
                : partial ? shown == null : text.equals(shown);
    }

    void checkReads() {
        fetches.values().forEach(Fetch::checkReads);
    }

    /** Why one of the readable things may be said to have no value; empty if it has one. */
    Set<Reason> failures(Wanted want) {
        Fetch fetch = fetches.get(key(want.place()));
        List<Integer> versions =
                fetch.versions().stream().flatMap(Optional::stream).toList();
        if (versions.isEmpty()) {
            return fetch.reasons();
        }
        String field = want.place().field();
        return Secrets.fields(fetch.path).contains(field) ? Set.of() : Set.of(Reason.FIELD_NOT_FOUND);
    }
}
