package io.claviger.internal.session;

import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.spi.Call;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import org.jspecify.annotations.Nullable;

/** How a session is got. Called by one thread at a time. */
public interface Login {

    /**
     * Logs in.
     *
     * @param client the vault
     * @param call deadline and cancellation
     * @return a session
     * @throws FailureException {@link #nothingLeft()} if there is nothing to log in with
     */
    Session logIn(VaultClient client, Call call);

    /**
     * Returns what a login fails with when there is nothing to log in with, which is no refusal by the vault.
     *
     * @return the failure
     */
    Failure nothingLeft();

    /**
     * Is told how the last login ended. By default that makes no difference.
     *
     * @param failure why it gave no session; {@code null} if it gave one
     */
    default void ended(@Nullable Failure failure) {}
}
