package io.claviger.support;

import io.claviger.AccessPolicy;
import io.claviger.Actor;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationManagerBuilder;
import io.claviger.Link;
import io.claviger.LinkId;
import io.claviger.Owner;
import io.claviger.Reason;
import io.claviger.Role;
import io.claviger.SecretReference;
import io.claviger.SecretResolver;
import io.claviger.Settings;
import io.claviger.event.VaultEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * A manager that several share: ada administers, max and mia are members, paul is a partner. The team's vault has the alias
 * {@code team}, and what it holds the personal ones hold too.
 */
public final class Office implements AutoCloseable {

    public static final Actor ADA = Actor.of("ada");
    public static final Actor MAX = Actor.of("max");
    public static final Actor MIA = Actor.of("mia");
    public static final Actor PAUL = Actor.of("paul");

    /** Who holds which roles now. */
    public final Map<Actor, Set<Role>> roles = new ConcurrentHashMap<>(Map.of(
            ADA, Set.of(Role.ADMIN),
            MAX, Set.of(Role.MEMBER),
            MIA, Set.of(Role.MEMBER),
            PAUL, Set.of(Role.PARTNER)));

    public final List<VaultEvent> events = new CopyOnWriteArrayList<>();
    public final Fixture fixture;
    public final FakeVault vault;
    public final IntegrationManager manager;

    public Office() {
        this(AccessPolicy.standard());
    }

    public Office(AccessPolicy policy) {
        this(new FakeVault(), builder -> builder.accessPolicy(policy));
    }

    public Office(FakeVault vault, UnaryOperator<IntegrationManagerBuilder> options) {
        this.fixture = new Fixture(
                vault,
                builder -> options.apply(builder.roles(actor -> roles.getOrDefault(actor, Set.of()))
                        .listener(events::add)));
        this.vault = vault;
        this.manager = fixture.manager;
        vault.put("token", "the token");
    }

    public IntegrationManager as(Actor actor) {
        return manager.as(actor);
    }

    public SecretResolver resolver(Actor actor) {
        return as(actor).resolver();
    }

    /** Has an actor connect an integration of their own. */
    public Office connected(Actor actor, String alias) {
        as(actor).connect(alias, "fake", Settings.empty(), Fixture.renewing(actor.id()));
        return this;
    }

    /** Has an actor link a name of their own to a path of the team's vault. */
    public Link linkOwn(Actor actor, String name, String path) {
        return as(actor).link(Link.of(own(actor, name), SecretReference.of("team", path)));
    }

    public static LinkId own(Actor actor, String name) {
        return LinkId.of(name).ownedBy(Owner.of(actor));
    }

    public String resolve(Actor actor, String name) {
        return resolver(actor).resolve(name).revealText();
    }

    public Reason reasonOf(Actor actor, String name) {
        return resolver(actor).attempt(name).reason().orElseThrow();
    }

    @Override
    public void close() {
        fixture.close();
    }
}
