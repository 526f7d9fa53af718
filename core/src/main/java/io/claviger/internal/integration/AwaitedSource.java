package io.claviger.internal.integration;

import io.claviger.CredentialSource;
import io.claviger.Credentials;
import java.util.Optional;

/** The source of an integration that was loaded and has no credentials yet: it asks for reauthentication (S1). */
public enum AwaitedSource implements CredentialSource {
    /** The only one: it has no state. */
    INSTANCE;

    @Override
    public Optional<Credentials> next() {
        return Optional.empty();
    }
}
