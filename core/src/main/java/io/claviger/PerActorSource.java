package io.claviger;

import java.util.Optional;

/** Says that each actor signs in for themselves. */
enum PerActorSource implements CredentialSource {
    INSTANCE;

    @Override
    public Optional<Credentials> next() {
        return Optional.empty();
    }
}
