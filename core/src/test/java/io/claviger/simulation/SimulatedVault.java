package io.claviger.simulation;

import io.claviger.simulation.Happening.Rotated;
import io.claviger.simulation.Happening.SessionOver;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One vault of a simulated day: its secrets, its weather, its sessions. */
final class SimulatedVault {

    private final World world;
    private final String alias;
    private final boolean mints;
    private final Weather weather;
    private final Optional<Duration> sessionLifetime;
    private final boolean renewable;
    private final boolean probes;
    private final Map<String, VaultSecret> secrets = new TreeMap<>();
    private final List<SimulatedSession> sessions = new ArrayList<>();

    SimulatedVault(World world, String alias, boolean mints, DayOptions options) {
        this.world = world;
        this.alias = alias;
        this.mints = mints;
        this.weather = Weather.random(world.random(), options.length());
        this.sessionLifetime = world.random().nextBoolean()
                ? Optional.of(Duration.ofSeconds(world.random().nextInt(300, 7_200)))
                : Optional.empty();
        this.renewable = world.random().nextBoolean();
        this.probes = world.random().nextBoolean();
        for (int i = 0; i < options.secrets(); i++) {
            boolean minted = mints && i % 3 == 0;
            secrets.put("s" + i, new VaultSecret(world.random(), options.length(), minted));
        }
    }

    World world() {
        return world;
    }

    String alias() {
        return alias;
    }

    boolean mints() {
        return mints;
    }

    Weather weather() {
        return weather;
    }

    Optional<Duration> sessionLifetime() {
        return sessionLifetime;
    }

    boolean renewable() {
        return renewable;
    }

    boolean probes() {
        return probes;
    }

    List<String> paths() {
        return List.copyOf(secrets.keySet());
    }

    VaultSecret secret(String path) {
        return secrets.get(path);
    }

    void began(SimulatedSession session) {
        sessions.add(session);
    }

    /** What keeps the vault from answering now. */
    Optional<VaultFailure> trouble() {
        Moment now = world.time().moment();
        if (weather.outages().at(now)) {
            VaultFailure down = VaultFailure.of(Kind.UNAVAILABLE, "It is down.");
            return Optional.of(world.random().nextBoolean() ? down : down.nothingCreated());
        }
        if (weather.throttling().at(now)) {
            VaultFailure busy =
                    VaultFailure.of(Kind.THROTTLED, "It is asked too often.").nothingCreated();
            return Optional.of(weather.retryAfter() ? busy.retryAfter(world.millis(20_000)) : busy);
        }
        return Optional.empty();
    }

    void rotate(String path) {
        int version = secrets.get(path).rotate();
        world.log(new Rotated(alias + "/" + path, version));
    }

    void failOnce(String path) {
        secrets.get(path).failOnce();
    }

    void calm() {
        secrets.values().forEach(VaultSecret::calm);
    }

    /** Ends every session, and tells nobody. */
    void killSessions() {
        sessions.stream().filter(SimulatedSession::accepted).forEach(session -> {
            session.end();
            world.log(new SessionOver(session.number(), "killed"));
        });
    }
}
