package io.claviger.simulation;

import io.claviger.IntegrationManager;
import io.claviger.Resolution;
import io.claviger.SecretHandle;
import io.claviger.SecretResolver;
import io.claviger.SecretValue;
import io.claviger.UnresolvedException;
import io.claviger.simulation.Happening.Asked;
import io.claviger.simulation.Happening.Refused;
import io.claviger.simulation.Happening.Served;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Those who resolve secrets, in every way there is. What becomes of each call is logged when it is known. */
final class Readers {

    private final World world;
    private final Names names;
    private final SecretResolver patient;
    private final SecretResolver impatient;
    private final Map<String, SecretHandle> handles = new HashMap<>();
    private int calls;

    Readers(World world, Names names, IntegrationManager manager) {
        this.world = world;
        this.names = names;
        this.patient = manager.resolver();
        this.impatient = manager.resolver().within(SimulatedTime.IMPATIENCE);
    }

    /** Reads something, in some way. */
    void read() {
        switch (world.random().nextInt(10)) {
            case 0 -> readByReference(names.secret());
            case 1 -> attempt(names.name());
            case 2 -> readByHandle(names.name());
            case 3 -> attemptSome();
            default -> readByName(names.name());
        }
    }

    private void readByName(String name) {
        Optional<String> secret = names.usable(name);
        int call = asked("resolveAsync", secret);
        conclude(call, secret, patient.resolveAsync(name));
    }

    private void readByReference(String secret) {
        int call = asked("resolveAsync reference", Optional.of(secret));
        conclude(call, Optional.of(secret), patient.resolveAsync(Names.reference(secret)));
    }

    private void attempt(String name) {
        Optional<String> secret = names.usable(name);
        int call = asked("attempt", secret);
        told(call, secret, world.time().impatiently(() -> impatient.attempt(name)));
    }

    private void attemptSome() {
        Set<String> some = new TreeSet<>(List.of(names.name(), names.name(), names.name()));
        Map<String, Optional<String>> secrets = new HashMap<>();
        Map<String, Integer> asked = new HashMap<>();
        some.forEach(name -> {
            secrets.put(name, names.usable(name));
            asked.put(name, asked("resolveAll", names.usable(name)));
        });
        world.time()
                .impatiently(() -> impatient.resolveAll(some))
                .forEach((name, resolution) -> told(asked.get(name), secrets.get(name), resolution));
    }

    private void readByHandle(String name) {
        SecretHandle handle = handles.computeIfAbsent(name, impatient::bind);
        Optional<String> secret = names.usable(name);
        int call = asked("handle", secret);
        try {
            SecretValue value = world.time().impatiently(handle::get);
            world.log(new Served(call, world.readOf(value), stale(value, secret.orElseThrow())));
        } catch (UnresolvedException e) {
            told(call, secret, e.failures().get(0));
        }
    }

    private int asked(String how, Optional<String> secret) {
        int call = calls++;
        world.log(new Asked(call, how, secret));
        return call;
    }

    private void conclude(int call, Optional<String> secret, CompletableFuture<SecretValue> value) {
        var unused = value.whenComplete((given, thrown) -> {
            if (given != null) {
                world.log(new Served(call, world.readOf(given), stale(given, secret.orElseThrow())));
            } else {
                told(call, secret, ((UnresolvedException) thrown).failures().get(0));
            }
        });
    }

    // only a resolution says whether its value is stale: for a call that gives none another one says so, at the same
    // moment
    private boolean stale(SecretValue given, String secret) {
        Resolution now = world.time().impatiently(() -> impatient.attempt(Names.reference(secret)));
        return now.stale() && world.readOf(now.orElseThrow()) == world.readOf(given);
    }

    private void told(int call, Optional<String> secret, Resolution resolution) {
        @Nullable SecretValue value = resolution.value().orElse(null);
        if (value != null) {
            world.log(new Served(call, world.readOf(value), resolution.stale()));
        } else {
            world.log(new Refused(call, secret, resolution.reason().orElseThrow()));
        }
    }
}
