package io.claviger.internal.manager;

import io.claviger.Reason;
import io.claviger.SignInOptions;
import io.claviger.VaultIntegration;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.SanitizedThrowable;
import io.claviger.internal.signin.Answer;
import io.claviger.internal.signin.Attempt;
import io.claviger.internal.signin.Ending;
import io.claviger.internal.signin.LoopbackListener;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Signs a person in on this machine: opens a listener, shows the page, waits, completes. Always closes the listener. */
final class DesktopSignIn {

    // the agenda ends an attempt at its time, and says so better than the wait for it would
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ManagerCore core;
    private final SignInAdmin admin;

    DesktopSignIn(ManagerCore core, SignInAdmin admin) {
        this.core = core;
        this.admin = admin;
    }

    VaultIntegration run(String alias, SignInOptions options, CompletableFuture<?> unwanted) {
        try (LoopbackListener listener = new LoopbackListener(options)) {
            Attempt attempt = admin.begin(alias, listener::open, options.timeout());
            try {
                attempt.whenEnded(listener::close);
                var unused =
                        unwanted.whenComplete((any, thrown) -> core.signIns().end(attempt, Ending.CANCELLED));
                return admin.finish(attempt, () -> answer(attempt, listener, options));
            } finally {
                core.signIns().end(attempt, Ending.CANCELLED);
            }
        }
    }

    private Answer answer(Attempt attempt, LoopbackListener listener, SignInOptions options) {
        listener.serve(attempt);
        show(attempt, options);
        Answer answer =
                core.calls().waiter().await(attempt.answer(), options.timeout().plus(GRACE));
        attempt.claimAnswer();
        return answer;
    }

    // the host's code: its text may contain the address
    @SuppressWarnings("CatchingUnchecked")
    private static void show(Attempt attempt, SignInOptions options) {
        try {
            options.opener().accept(attempt.page());
        } catch (Throwable thrown) {
            throw new FailureException(new Failure(
                    Reason.MISCONFIGURED,
                    "What was to show the sign-in page failed with "
                            + thrown.getClass().getName() + ".",
                    null,
                    SanitizedThrowable.of(thrown),
                    false,
                    false));
        }
    }

    /** Does the same on a thread of its own; to cancel the result is to cancel the sign-in. */
    CompletableFuture<VaultIntegration> start(String alias, SignInOptions options) {
        CompletableFuture<VaultIntegration> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(result, alias, options), "claviger-sign-in-wait");
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    // whatever goes wrong, the one who waits is told
    @SuppressWarnings("CatchingUnchecked")
    private void complete(CompletableFuture<VaultIntegration> result, String alias, SignInOptions options) {
        try {
            result.complete(run(alias, options, result));
        } catch (Throwable thrown) {
            result.completeExceptionally(thrown);
        }
    }
}
