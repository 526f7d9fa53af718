package io.claviger.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.AccessRefusedException;
import io.claviger.Operation;
import io.claviger.SecretValue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What tests say of the futures that scripts are given. */
public final class Scripts {

    private Scripts() {}

    /** A call whose result does not matter. */
    @SuppressWarnings("unused")
    public static void called(CompletableFuture<?> given) {}

    public static void assertGives(CompletableFuture<SecretValue> given, String text) {
        assertThat(given).isCompleted();
        assertThat(given.join().revealText()).isEqualTo(text);
    }

    /** The one refusal: it does not depend on what was asked for, or why. */
    public static void assertRefused(CompletableFuture<?> given) {
        assertThat(given).isDone();
        assertThat(failure(given))
                .isInstanceOfSatisfying(AccessRefusedException.class, e -> {
                    assertThat(e.operation()).isEqualTo(Operation.USE_SCRIPT);
                    assertThat(e.rolesNeeded()).isEmpty();
                })
                .hasMessage("Refused: you may not use secrets in a script."
                        + " Script access is off, or not allowed for this collection or workspace: allow it there.")
                .hasNoCause();
    }

    public static Throwable failure(CompletableFuture<?> given) {
        assertThat(given).isCompletedExceptionally();
        return given.handle((value, thrown) -> thrown).join();
    }

    /** What a caller that waits is thrown. */
    public static void assertThrown(CompletableFuture<?> given, Class<? extends Throwable> cause) {
        assertThatThrownBy(given::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(cause);
    }
}
