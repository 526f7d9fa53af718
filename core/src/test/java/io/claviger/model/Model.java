package io.claviger.model;

import io.claviger.Operation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What a manager should be like: plain maps, and nothing of the product's code. */
class Model {

    final World world;
    final Rights rights;
    final ModelLinks links = new ModelLinks();
    final Map<String, ModelIntegration> integrations = new TreeMap<>();
    final Map<Integer, Bound> handles = new HashMap<>();
    Duration expiration;

    /** A handle: who reads what. */
    record Bound(Reader reader, String name) {}

    Model(Options options, World world) {
        this.world = world;
        this.rights = new Rights(options.strict());
        this.expiration = options.expiration();
    }

    Duration now() {
        return world.now();
    }

    ModelIntegration find(String alias) {
        return integrations.get(alias);
    }

    Rule.About about(String alias) {
        ModelIntegration integration = find(alias);
        return integration == null ? Rule.About.NOTHING : integration.about();
    }

    boolean permits(Who who, Operation operation) {
        return rights.permit(who, operation);
    }

    boolean permits(Who who, Operation operation, String alias) {
        return rights.permit(who, operation, about(alias));
    }

    boolean permitsChange(Who who, LinkKey key) {
        return permits(who, Rights.change(who, key));
    }

    /** Drops what is cached of a secret, for everybody. */
    void drop(Place place) {
        ModelIntegration integration = find(place.alias());
        if (integration != null) {
            integration.drop(place.path());
        }
    }

    /** Lets the time of what is cached run out. */
    void forget() {
        integrations
                .values()
                .forEach(integration -> integration.channels().forEach(channel -> channel.forget(now(), expiration)));
    }

    void expect(Observed seen, Answer only) {
        expect(seen, Set.of(only));
    }

    void expect(Observed seen, Set<Answer> any) {
        check(any.contains(seen.answer()), () -> "answered " + seen.answer() + " instead of " + any);
    }

    /** Nothing in a vault is read by this step. */
    void expectNoContact(Observed seen) {
        expectOnly(seen, List.of());
    }

    void expectOnly(Observed seen, List<Contact.What> allowed) {
        seen.contacts()
                .forEach(contact ->
                        check(allowed.contains(contact.what()), () -> "asked a vault for no reason: " + contact));
    }

    void expectNoSession(String alias) {
        world.sessions.stream()
                .filter(session -> session.alias().equals(alias))
                .forEach(session -> check(!session.leftOpen(), () -> "a session of " + alias + " was left open"));
    }

    static void check(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new Disagreement(otherwise.get());
        }
    }
}
