package io.claviger.internal.manager;

import io.claviger.AccessRefusedException;
import io.claviger.Actor;
import io.claviger.ClavigerException;
import io.claviger.Operation;
import io.claviger.Reason;
import io.claviger.ScriptOrigin;
import io.claviger.UnresolvedException;
import io.claviger.event.VaultEvent;
import io.claviger.event.VaultEvent.Outcome;
import io.claviger.internal.event.EventBus;
import io.claviger.internal.failure.SanitizedThrowable;
import io.claviger.internal.text.SafeText;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Tells of what a script asked for, and gives it the result. */
final class ScriptUse {

    private final EventBus events;
    private final @Nullable Actor actor;
    private final ScriptOrigin origin;

    ScriptUse(EventBus events, @Nullable Actor actor, ScriptOrigin origin) {
        this.events = events;
        this.actor = actor;
        this.origin = origin;
    }

    void ended(Operation operation, String name, @Nullable Throwable thrown) {
        Throwable failure = thrown == null ? null : withoutWrapper(thrown);
        events.publish(events.event(VaultEvent.Type.SCRIPT, outcome(failure))
                .operation(operation)
                .actor(actor)
                .name(SafeText.bounded(name))
                .script(origin)
                .reason(reason(failure)));
    }

    private static Outcome outcome(@Nullable Throwable failure) {
        if (failure == null) {
            return Outcome.DONE;
        }
        return failure instanceof AccessRefusedException ? Outcome.REFUSED : Outcome.FAILED;
    }

    private static @Nullable Reason reason(@Nullable Throwable failure) {
        return failure instanceof UnresolvedException unresolved ? unresolved.reason() : null;
    }

    /** A future of the script's own, which fails with an exception of the library and with no other text. */
    static <T extends @Nullable Object> CompletableFuture<T> given(CompletableFuture<T> result) {
        CompletableFuture<T> given = new CompletableFuture<>();
        var unused = result.whenComplete((value, thrown) -> {
            if (thrown == null) {
                given.complete(value);
            } else {
                given.completeExceptionally(presentable(withoutWrapper(thrown)));
            }
        });
        return given;
    }

    private static Throwable presentable(Throwable failure) {
        boolean own = failure instanceof ClavigerException || failure instanceof IllegalStateException;
        return own ? failure : SanitizedThrowable.of(failure);
    }

    private static Throwable withoutWrapper(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
