package io.claviger.internal.session;

import io.claviger.CredentialSource;
import io.claviger.Credentials;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Gives its credentials once and forgets them. What a login could not use comes back, for whoever tries next. */
final class OnceSource implements CredentialSource {

    private final AtomicReference<@Nullable Credentials> held;

    OnceSource(Credentials credentials) {
        this.held = new AtomicReference<>(credentials);
    }

    @Override
    public Optional<Credentials> next() {
        return Optional.ofNullable(held.getAndSet(null));
    }

    /** Takes credentials back that it gave. */
    void takeBack(Credentials unused) {
        held.set(unused);
    }
}
