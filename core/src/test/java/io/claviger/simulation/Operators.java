package io.claviger.simulation;

import io.claviger.ClavigerException;
import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.simulation.Happening.Connecting;
import io.claviger.simulation.Happening.Disconnected;
import io.claviger.simulation.Happening.Dropped;
import io.claviger.simulation.Happening.ExpirationSet;
import io.claviger.simulation.Happening.Linked;
import io.claviger.simulation.Happening.Managed;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Those who manage: connect, link, reset, reauthenticate, disconnect. */
final class Operators {

    private final World world;
    private final Names names;
    private final Map<String, SimulatedVault> vaults;
    private final IntegrationManager manager;
    private final Set<String> busy = new HashSet<>();
    private final Set<String> connected = new HashSet<>();
    private int keys;

    Operators(World world, Names names, Map<String, SimulatedVault> vaults, IntegrationManager manager) {
        this.world = world;
        this.names = names;
        this.vaults = vaults;
        this.manager = manager;
    }

    void begin() {
        vaults.keySet().forEach(this::connect);
        names.links().forEach((name, secret) -> {
            manager.link(name, Names.reference(secret));
            world.log(new Linked(name, secret));
        });
    }

    /** Does something. */
    void manage() {
        int what = world.random().nextInt(40);
        if (what < 12) {
            resetName(names.name());
        } else if (what < 20) {
            relink(names.name(), names.secret());
        } else if (what < 27) {
            enable(names.name(), world.random().nextBoolean());
        } else {
            manageIntegration(what, alias());
        }
    }

    private void manageIntegration(int what, String alias) {
        if (what < 29) {
            drop("", "reset of all", () -> manager.cache().reset());
        } else if (what < 32) {
            drop(alias + "/", "reset of one", () -> manager.cache().resetIntegration(alias));
        } else if (what < 34) {
            setExpiration(Duration.ofMinutes(world.random().nextInt(1, 30)));
        } else if (!busy.contains(alias) && connected.contains(alias)) {
            busy.add(alias);
            change(what, alias);
            busy.remove(alias);
        }
    }

    private void change(int what, String alias) {
        if (what < 36) {
            reauthenticate(alias);
        } else if (what < 38) {
            drop(alias + "/", "edit", () -> manager.edit(alias, SimulatedProvider.settings(alias), source()));
        } else {
            disconnect(alias);
        }
    }

    private String alias() {
        List<String> aliases = List.copyOf(vaults.keySet());
        return aliases.get(world.random().nextInt(aliases.size()));
    }

    private CredentialSource source() {
        int key = keys++;
        return world.oneIn(6)
                ? CredentialSource.once(new SimulatedClient.Key(key))
                : CredentialSource.renewing(() -> new SimulatedClient.Key(key));
    }

    private void connect(String alias) {
        world.log(new Connecting(alias));
        manager.connect(
                alias, vaults.get(alias).mints() ? "minting" : "keeping", SimulatedProvider.settings(alias), source());
        connected.add(alias);
    }

    private void disconnect(String alias) {
        drop(alias + "/", "disconnect", () -> manager.disconnect(alias));
        connected.remove(alias);
        world.log(new Disconnected(alias));
        world.time().after(world.millis(300_000), () -> reconnect(alias));
    }

    private void reconnect(String alias) {
        if (!connected.contains(alias)) {
            connect(alias);
        }
    }

    private void reauthenticate(String alias) {
        try {
            drop(alias + "/", "reauthentication", () -> manager.reauthenticate(alias, source()));
        } catch (ClavigerException refused) {
            world.log(new Managed("reauthentication failed"));
        }
    }

    private void resetName(String name) {
        drop(names.links().get(name), "reset of a name", () -> manager.cache().resetName(name));
    }

    private void relink(String name, String secret) {
        String before = names.links().get(name);
        int begun = world.log(new Managed("relink " + name));
        manager.relink(name, Names.reference(secret));
        names.relink(name, secret);
        world.log(new Linked(name, secret));
        world.log(new Dropped(before, begun, "relink from"));
        world.log(new Dropped(secret, begun, "relink to"));
    }

    private void enable(String name, boolean enabled) {
        world.log(new Managed("enable " + name + " " + enabled));
        manager.setEnabled(name, enabled);
        names.enable(name, enabled);
    }

    void setExpiration(Duration expiration) {
        world.log(new Managed("expiration"));
        manager.cache().setExpiration(expiration);
        world.log(new ExpirationSet(expiration));
    }

    // the library waits in such an operation for what it has begun itself
    private void drop(String cover, String why, Runnable operation) {
        int begun = world.log(new Managed(why + " " + cover));
        world.executor().blocking(operation);
        world.log(new Dropped(cover, begun, why));
    }

    /** Sets everything right for the evening. */
    void settle() {
        vaults.keySet().forEach(this::reconnect);
        names.links().keySet().forEach(name -> enable(name, true));
        vaults.keySet().forEach(this::reauthenticateAtLast);
    }

    private void reauthenticateAtLast(String alias) {
        int key = keys++;
        CredentialSource source = CredentialSource.renewing(() -> new SimulatedClient.Key(key));
        boolean done = false;
        while (!done) {
            try {
                drop(alias + "/", "reauthentication", () -> manager.reauthenticate(alias, source));
                done = true;
            } catch (ClavigerException late) {
                world.time().pass(Duration.ofSeconds(20));
            }
        }
    }
}
