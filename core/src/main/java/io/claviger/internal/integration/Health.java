package io.claviger.internal.integration;

import io.claviger.IntegrationState;
import io.claviger.Reachability;
import io.claviger.Reason;
import io.claviger.internal.failure.Failure;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What the last login and the last read said about a session and its vault. */
final class Health {

    private static final Set<Reason> TOLD_WITHOUT_ASKING =
            EnumSet.of(Reason.REAUTHENTICATION_REQUIRED, Reason.DISCONNECTED, Reason.MISCONFIGURED);

    private final BiConsumer<IntegrationState, @Nullable Reason> changed;
    private final AtomicReference<IntegrationState> state = new AtomicReference<>(IntegrationState.CONNECTED);
    private volatile Reachability reachability = Reachability.UNKNOWN;

    /**
     * Creates the health of a connection that was not used yet.
     *
     * @param changed is told once for each change of the state, with the reason
     */
    Health(BiConsumer<IntegrationState, @Nullable Reason> changed) {
        this.changed = changed;
    }

    /** Says that there are no credentials yet, which is no change of state to tell of. */
    void awaitCredentials() {
        state.set(IntegrationState.REAUTHENTICATION_REQUIRED);
    }

    IntegrationState state() {
        return Objects.requireNonNull(state.get());
    }

    Reachability reachability() {
        return reachability;
    }

    void loggedIn() {
        reachability = Reachability.REACHABLE;
        become(IntegrationState.CONNECTED, null);
    }

    void loginFailed(Failure failure) {
        observe(failure.reason());
        if (failure.reason() == Reason.REAUTHENTICATION_REQUIRED) {
            become(IntegrationState.REAUTHENTICATION_REQUIRED, failure.reason());
        } else if (failure.reason() == Reason.MISCONFIGURED) {
            become(IntegrationState.MISCONFIGURED, failure.reason());
        }
    }

    void readSucceeded() {
        reachability = Reachability.REACHABLE;
        become(IntegrationState.CONNECTED, null);
    }

    void readFailed(Reason reason) {
        observe(reason);
    }

    // some failures are told without asking the vault, and say nothing about it
    private void observe(Reason reason) {
        if (reason == Reason.UNREACHABLE) {
            reachability = Reachability.UNREACHABLE;
        } else if (!TOLD_WITHOUT_ASKING.contains(reason)) {
            reachability = Reachability.REACHABLE;
        }
    }

    private void become(IntegrationState next, @Nullable Reason reason) {
        if (state.getAndSet(next) != next) {
            changed.accept(next, reason);
        }
    }
}
