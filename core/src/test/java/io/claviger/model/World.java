package io.claviger.model;

import io.claviger.support.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The vaults and the time that a manager lives in, and all that the vaults were asked for. */
final class World {

    static final List<String> ADDRESSES = List.of("x", "y");

    final ManualTime time = new ManualTime();
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final List<WorldSession> sessions = new CopyOnWriteArrayList<>();

    /** Runs in the middle of whatever a vault or its client is asked for. */
    volatile Runnable pause = () -> {};

    private final long start = time.nanoTime();
    private final Map<String, Vault> vaults = new TreeMap<>();
    private final List<Contact> log = new CopyOnWriteArrayList<>();

    World() {
        ADDRESSES.forEach(address -> vaults.put(address, new Vault(address)));
    }

    Vault vault(String address) {
        return vaults.get(address);
    }

    Duration now() {
        return Duration.ofNanos(time.nanoTime() - start);
    }

    void log(Contact contact) {
        log.add(contact);
    }

    int contacts() {
        return log.size();
    }

    List<Contact> contactsSince(int number) {
        return List.copyOf(log.subList(number, log.size()));
    }

    Contact contact(int number) {
        return log.get(number);
    }
}
