package io.claviger.internal.session;

import io.claviger.CredentialSource;
import io.claviger.Credentials;
import io.claviger.Reason;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.spi.Call;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Logs in with what a source gives, each time anew. */
public final class CredentialLogin implements Login {

    private static final Failure NO_CREDENTIALS =
            Failure.of(Reason.REAUTHENTICATION_REQUIRED, "There are no credentials for a login.");

    private final CredentialSource source;
    private final CredentialKinds kinds;
    // credentials that a login could not use: the vault did not answer, or nothing was sent to it
    private final AtomicReference<@Nullable Credentials> unused = new AtomicReference<>();

    /**
     * Creates a login.
     *
     * @param source where credentials come from
     * @param kinds which credentials the vault takes
     */
    public CredentialLogin(CredentialSource source, CredentialKinds kinds) {
        this.source = source;
        this.kinds = kinds;
    }

    @Override
    public Session logIn(VaultClient client, Call call) {
        return client.authenticate(credentials(), call);
    }

    // the source first: what it gives may have changed while the vault did not answer
    private Credentials credentials() {
        Credentials given = source.next().map(kinds::checked).orElse(null);
        Credentials next = given == null ? unused.get() : given;
        if (next == null) {
            throw new FailureException(NO_CREDENTIALS);
        }
        unused.set(next);
        return next;
    }

    @Override
    public Failure nothingLeft() {
        return NO_CREDENTIALS;
    }

    @Override
    public void ended(@Nullable Failure failure) {
        if (failure == null || !(failure.passing() || neverSent(failure))) {
            unused.set(null);
        } else if (source instanceof OnceSource once) {
            giveBack(once);
        }
    }

    // the next login may be that of another connection: after an edit, or a reauthentication that is tried again
    private void giveBack(OnceSource once) {
        Credentials credentials = unused.getAndSet(null);
        if (credentials != null) {
            once.takeBack(credentials);
        }
    }

    // the endpoint policy has refused, or a setting is wrong: a vault that has refused credentials says so otherwise
    private static boolean neverSent(Failure failure) {
        return failure.reason() == Reason.MISCONFIGURED && failure.createdNothing();
    }
}
