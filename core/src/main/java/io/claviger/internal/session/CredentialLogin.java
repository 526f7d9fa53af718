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

    private final CredentialSource source;
    private final CredentialKinds kinds;
    // credentials that a login could not use because the vault did not answer
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

    private Credentials credentials() {
        Credentials kept = unused.get();
        if (kept == null) {
            kept = kinds.checked(source.next()
                    .orElseThrow(() -> new FailureException(
                            Failure.of(Reason.REAUTHENTICATION_REQUIRED, "There are no credentials for a login."))));
            unused.set(kept);
        }
        return kept;
    }

    @Override
    public void ended(@Nullable Failure failure) {
        if (failure == null || !failure.passing()) {
            unused.set(null);
        }
    }
}
