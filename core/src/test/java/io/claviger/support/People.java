package io.claviger.support;

import io.claviger.Actor;
import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationManagerBuilder;
import io.claviger.IntegrationState;
import io.claviger.Role;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.Settings;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A manager with one fake vault under the alias {@code people}, where ana and bob sign in one by one. The name {@code token}
 * is linked to a secret that is another one at each read, so that whoever is given what somebody else has read is found out.
 */
public final class People implements AutoCloseable {

    public static final String ALIAS = "people";
    public static final String NAME = "token";
    public static final SecretReference TOKEN = SecretReference.of(ALIAS, "token");
    public static final Actor ANA = Actor.of("ana");
    public static final Actor BOB = Actor.of("bob");
    public static final Actor PAUL = Actor.of("paul");

    public final Fixture fixture;
    public final FakeVault vault;
    public final ManualTime time;
    public final IntegrationManager manager;

    private final AtomicInteger minted = new AtomicInteger();

    public People() {
        this(new FakeVault(), builder -> builder);
    }

    public People(FakeVault vault, UnaryOperator<IntegrationManagerBuilder> options) {
        this.fixture = new Fixture(vault, builder -> options.apply(builder.roles(People::rolesOf)));
        this.vault = vault;
        this.time = fixture.time;
        this.manager = fixture.manager;
        manager.disconnect("team");
        manager.connect(ALIAS, "fake", Settings.empty(), CredentialSource.perActor());
        unlike("token");
        manager.link(NAME, TOKEN);
    }

    private static Set<Role> rolesOf(Actor actor) {
        return Set.of(actor.equals(PAUL) ? Role.PARTNER : Role.MEMBER);
    }

    /** Has a path give another value at each read. */
    public void unlike(String path) {
        vault.minted.put(path, () -> SecretSnapshot.ofValue(SecretValue.ofText("read " + minted.incrementAndGet()))
                .build());
    }

    /** Signs in, with credentials that last. */
    public IntegrationManager signIn(Actor actor) {
        IntegrationManager own = manager.as(actor);
        own.reauthenticate(ALIAS, Fixture.renewing(actor.id()));
        return own;
    }

    /** Signs in, with credentials for one login. */
    public IntegrationManager signInOnce(Actor actor) {
        IntegrationManager own = manager.as(actor);
        own.reauthenticate(ALIAS, Fixture.once(actor.id()));
        return own;
    }

    public String resolve(Actor actor) {
        return manager.as(actor).resolver().resolve(NAME).revealText();
    }

    public IntegrationState state(Actor actor) {
        return manager.as(actor).integration(ALIAS).orElseThrow().state();
    }

    @Override
    public void close() {
        fixture.close();
    }
}
