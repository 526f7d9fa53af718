package io.claviger.tests.planted.initialisers;

import io.claviger.CredentialSource;
import io.claviger.Credentials;
import java.util.Optional;

public final class AsksVault {

    public static final Optional<Credentials> CREDENTIALS =
            CredentialSource.none().next();

    private AsksVault() {}
}
