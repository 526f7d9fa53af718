package io.claviger.internal.manager;

import io.claviger.SignIn;
import io.claviger.internal.signin.Attempt;
import io.claviger.internal.signin.Ending;
import java.net.URI;
import java.time.Instant;

/** What a host sees of a sign-in that waits for its callback. */
final class BegunSignIn implements SignIn {

    private final ManagerCore core;
    private final Attempt attempt;

    BegunSignIn(ManagerCore core, Attempt attempt) {
        this.core = core;
        this.attempt = attempt;
    }

    @Override
    public String alias() {
        return attempt.integration().alias();
    }

    @Override
    public URI url() {
        return attempt.page();
    }

    @Override
    public Instant expiresAt() {
        return attempt.expiresAt();
    }

    @Override
    public void cancel() {
        core.signIns().end(attempt, Ending.CANCELLED);
    }

    @Override
    public String toString() {
        return "SignIn[alias=" + alias() + ", expiresAt=" + expiresAt() + "]";
    }
}
