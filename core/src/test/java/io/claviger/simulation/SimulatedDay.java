package io.claviger.simulation;

import io.claviger.IntegrationManager;
import io.claviger.simulation.Happening.Begun;
import io.claviger.simulation.Happening.Closed;
import io.claviger.simulation.Happening.Managed;
import io.claviger.simulation.Happening.Quiet;
import io.claviger.simulation.Happening.Slept;
import io.claviger.simulation.Happening.WallSet;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** One day of a manager and its vaults, wholly decided by its seed. */
final class SimulatedDay {

    private static final Duration EVENING_EXPIRATION = Duration.ofMinutes(2);
    private static final Duration QUIET = Duration.ofMinutes(16);
    // the library sees one of these at a time: it looks at its clocks once a second
    private static final long BETWEEN_CLOCK_EVENTS = Duration.ofMinutes(1).toNanos();

    private final World world;
    private final DayOptions options;
    private final Map<String, SimulatedVault> vaults = new TreeMap<>();
    private final IntegrationManager manager;
    private final Names names;
    private final Readers readers;
    private final Operators operators;
    private final Watchers watchers;
    private boolean atWork = true;
    private long lastClockEvent;

    SimulatedDay(World world, DayOptions options) {
        this.world = world;
        this.options = options;
        for (int i = 0; i < options.vaults(); i++) {
            String alias = "vault" + i;
            vaults.put(alias, new SimulatedVault(world, alias, i == 0, options));
        }
        manager = IntegrationManager.builder()
                .discovery(false)
                .provider(new SimulatedProvider.Keeping(vaults))
                .provider(new SimulatedProvider.Minting(vaults))
                .cachePolicy(options.policy())
                .retries(options.retries())
                .longestSession(options.longestSession())
                .timeSource(world.time())
                .executor(world.executor())
                .build();
        names = new Names(world.random(), vaults);
        readers = new Readers(world, names, manager);
        operators = new Operators(world, names, vaults, manager);
        watchers = new Watchers(world, names, manager);
    }

    /** Lives the day, and returns what happened. */
    DayLog run() {
        var policy = options.policy();
        world.log(new Begun(
                policy.expiration(),
                policy.staleWhileUnavailable(),
                policy.absence(),
                options.retries().attempts(),
                options.longestSession()));
        operators.begin();
        next();
        world.time().pass(options.length());
        atWork = false;
        evening();
        world.executor().drain();
        world.log(new Managed(LeaseOracle.CLOSING));
        world.executor().blocking(manager::close);
        world.log(new Closed(world.time().wakeUps()));
        return world.log();
    }

    private void next() {
        if (atWork) {
            long usual = options.length().toMillis() / options.actions();
            // bursts, and long silences between them
            long pause = world.oneIn(3)
                    ? world.random().nextLong(6 * usual)
                    : world.random().nextLong(200);
            world.time().after(Duration.ofMillis(pause), () -> {
                if (atWork) {
                    next();
                    act();
                }
            });
        }
    }

    private void act() {
        int what = world.random().nextInt(100);
        if (what < 88) {
            readers.read();
        } else if (what < 91) {
            operators.manage();
        } else if (what < 93) {
            watchers.change();
        } else if (what < 95) {
            somewhere().failOnce(somePath());
        } else if (what < 99) {
            somewhere().rotate(somePath());
        } else {
            disturb();
        }
    }

    private SimulatedVault somewhere() {
        return vaults.get("vault" + world.random().nextInt(options.vaults()));
    }

    private String somePath() {
        return "s" + world.random().nextInt(options.secrets());
    }

    private void disturb() {
        long now = world.time().moment().awake();
        if (world.oneIn(3)) {
            somewhere().killSessions();
        } else if (now - lastClockEvent > BETWEEN_CLOCK_EVENTS) {
            lastClockEvent = now;
            disturbClocks();
        }
    }

    private void disturbClocks() {
        Duration duration = Duration.ofSeconds(world.random().nextInt(1, 7_200));
        switch (world.random().nextInt(4)) {
            case 0 -> setWall(duration);
            case 1 -> setWall(duration.negated());
            default -> {
                world.time().suspend(duration);
                world.log(new Slept(duration));
            }
        }
    }

    private void setWall(Duration shift) {
        world.time().setWall(shift);
        world.log(new WallSet(shift));
    }

    // the weather is fine by now: everything is set right, and nobody does anything for a while
    private void evening() {
        vaults.values().forEach(SimulatedVault::calm);
        operators.settle();
        operators.setExpiration(EVENING_EXPIRATION);
        quiet();
        vaults.values().forEach(vault -> vault.paths().forEach(vault::rotate));
        quiet();
        watchers.evening();
    }

    private void quiet() {
        long wakeUps = world.time().wakeUps();
        long calls = world.upstreamCalls();
        long cached = manager.cache().contents().size();
        world.time().pass(QUIET);
        world.log(new Quiet(QUIET, world.time().wakeUps() - wakeUps, cached, world.upstreamCalls() - calls));
    }
}
