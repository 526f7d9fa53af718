package io.claviger.testkit.vault;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a vault was asked, in the order in which the calls ended. */
final class CallLog {

    private final List<VaultCall> calls = new CopyOnWriteArrayList<>();

    void add(VaultCall call) {
        calls.add(call);
    }

    List<VaultCall> all() {
        return List.copyOf(calls);
    }

    void clear() {
        calls.clear();
    }
}
