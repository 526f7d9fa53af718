package io.claviger.model;

import io.claviger.Actor;
import io.claviger.IntegrationManager;
import io.claviger.Operation;
import io.claviger.RetryPolicy;
import io.claviger.Role;
import io.claviger.SecretHandle;
import io.claviger.SecretResolver;
import io.claviger.event.VaultEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The manager that is looked at, and everything that can be seen of it. */
final class Subject implements AutoCloseable {

    final World world = new World();
    final Map<Integer, SecretHandle> handles = new ConcurrentHashMap<>();
    final Spill spill = new Spill();

    private final Map<String, Boolean> signedInOneByOne = new ConcurrentHashMap<>();
    private final Map<Actor, Set<Role>> roles = new ConcurrentHashMap<>();
    private final List<Operation> refusals = new CopyOnWriteArrayList<>();
    private final IntegrationManager manager;

    Subject(Options options, UnaryOperator<IntegrationManager> doctor) {
        for (Who who : Who.values()) {
            roles.put(who.actor(), who.firstRoles());
        }
        manager = doctor.apply(IntegrationManager.builder()
                .discovery(false)
                .provider(new WorldProvider.Private(world))
                .provider(new WorldProvider.Central(world))
                .accessPolicy(options.policy())
                .roles(actor -> roles.getOrDefault(actor, Set.of()))
                .cachePolicy(options.cachePolicy())
                .retries(RetryPolicy.none())
                .listener(this::heard)
                .timeSource(world.time)
                .executor(Runnable::run)
                .build());
    }

    private void heard(VaultEvent event) {
        spill.look(event);
        if (event.outcome() == VaultEvent.Outcome.REFUSED) {
            event.operation().ifPresent(refusals::add);
        }
    }

    IntegrationManager as(Who who) {
        return who == Who.HOST ? manager : manager.as(who.actor());
    }

    SecretResolver resolver(Reader reader) {
        SecretResolver plain = as(reader.who()).resolver();
        SecretResolver there = reader.environment().isEmpty() ? plain : plain.inEnvironment(reader.environment());
        return reader.target().named() ? there.forTarget(reader.target().uri()) : there;
    }

    void opened(String alias, Login login) {
        signedInOneByOne.put(alias, login.perActor());
    }

    /** Whether people sign in one by one to an integration, if it is connected. */
    boolean signedInOneByOne(String alias) {
        return signedInOneByOne.getOrDefault(alias, false);
    }

    void roles(Who who, Set<Role> now) {
        roles.put(who.actor(), now);
    }

    /** Does one step and gathers what can be seen of it. */
    Observed observe(Step step) {
        int contacts = world.contacts();
        refusals.clear();
        Answer answer = Answers.of(step, this);
        return new Observed(answer, world.contactsSince(contacts), new ArrayList<>(refusals));
    }

    @Override
    public void close() {
        manager.close();
    }
}
