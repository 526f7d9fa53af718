package io.claviger.internal.integration;

import io.claviger.Disconnection.Revocation;
import io.claviger.event.VaultEvent;
import io.claviger.event.VaultEvent.Outcome;
import io.claviger.internal.event.EventBus;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.session.LoginListener;
import io.claviger.internal.session.ReadListener;
import org.jspecify.annotations.Nullable;

/** Turns what happens to a session into health and events. */
final class ChannelListener implements LoginListener, ReadListener {

    private final String alias;
    private final @Nullable SessionOwner person;
    private final Health health;
    private final EventBus events;
    private volatile Runnable sessionOver = () -> {};

    ChannelListener(String alias, @Nullable SessionOwner person, Health health, EventBus events) {
        this.alias = alias;
        this.person = person;
        this.health = health;
        this.events = events;
    }

    /** Has something done whenever the session is over. */
    void whenSessionIsOver(Runnable task) {
        sessionOver = task;
    }

    @Override
    public void loggedIn() {
        publish(VaultEvent.Type.LOGIN, null);
        health.loggedIn();
    }

    @Override
    public void loginFailed(Failure failure) {
        publish(VaultEvent.Type.LOGIN, failure);
        health.loginFailed(failure);
    }

    @Override
    public void credentialsMissing(Failure failure) {
        health.loginFailed(failure);
    }

    @Override
    public void renewed(@Nullable Failure failure) {
        publish(VaultEvent.Type.RENEWAL, failure);
    }

    @Override
    public void sessionOver() {
        sessionOver.run();
    }

    @Override
    public void readEnded(@Nullable Failure failure) {
        if (failure == null) {
            health.readSucceeded();
        } else {
            health.readFailed(failure.reason());
        }
        publish(VaultEvent.Type.LOAD, failure);
    }

    // if there was nothing to end, nothing is told
    @Override
    public void revoked(Revocation revocation) {
        if (revocation != Revocation.NOTHING_TO_REVOKE) {
            Outcome outcome = revocation == Revocation.REVOKED ? Outcome.DONE : Outcome.FAILED;
            events.publish(event(VaultEvent.Type.REVOCATION, outcome));
        }
    }

    private void publish(VaultEvent.Type type, @Nullable Failure failure) {
        Outcome outcome = failure == null ? Outcome.DONE : Outcome.FAILED;
        events.publish(event(type, outcome).reason(failure == null ? null : failure.reason()));
    }

    private VaultEvent.Builder event(VaultEvent.Type type, Outcome outcome) {
        return events.event(type, outcome).alias(alias).actor(person == null ? null : person.actor());
    }
}
