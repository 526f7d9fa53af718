package io.claviger.support;

import io.claviger.Actor;
import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationManagerBuilder;
import io.claviger.Role;
import io.claviger.SecretReference;
import io.claviger.Settings;
import io.claviger.SignIn;
import io.claviger.VaultIntegration;
import io.claviger.event.VaultEvent;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A manager with a vault {@code people} where people sign in one by one, and {@code team} with a shared session. */
public final class SignInFixture implements AutoCloseable {

    public static final Actor ANA = Actor.of("ana");
    public static final Actor BEN = Actor.of("ben");
    public static final URI REDIRECT = URI.create("https://host.example/vault/callback");

    public final Map<Actor, Set<Role>> roles = new ConcurrentHashMap<>();
    public final List<VaultEvent> events = new CopyOnWriteArrayList<>();
    public final FakeVault vault = new FakeVault();
    public final FakeSignInPage page = vault.page;
    private final Fixture fixture;
    public final IntegrationManager manager;
    public final ManualTime time;

    public SignInFixture() {
        this(builder -> builder);
    }

    public SignInFixture(UnaryOperator<IntegrationManagerBuilder> options) {
        fixture = new Fixture(vault, builder -> options.apply(builder)
                .listener(events::add)
                .provider(new ReadOnlyVault())
                .roles(actor -> roles.getOrDefault(actor, Set.of(Role.MEMBER))));
        manager = fixture.manager;
        time = fixture.time;
        vault.put("token", "value");
        connectPeople();
        events.clear();
    }

    public VaultIntegration connectPeople() {
        return manager.connect("people", "fake", Settings.empty(), CredentialSource.perActor());
    }

    public IntegrationManager as(Actor actor) {
        return manager.as(actor);
    }

    /** Goes the whole way. */
    public VaultIntegration signIn(Actor actor, String person) {
        SignIn begun = as(actor).beginSignIn("people", REDIRECT);
        return as(actor).completeSignIn(page.visit(begun.url(), person));
    }

    /** What an actor reads through the vault of people. */
    public String read(Actor actor) {
        return as(actor)
                .resolver()
                .resolve(SecretReference.of("people", "token"))
                .revealText();
    }

    @Override
    public void close() {
        fixture.close();
    }
}
