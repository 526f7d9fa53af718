package io.claviger.internal.session;

import io.claviger.ConfigurationException;
import io.claviger.Credentials;
import io.claviger.spi.ProviderDescriptor;
import java.util.stream.Collectors;

/** Which credentials a kind of vault takes. */
public final class CredentialKinds {

    private final ProviderDescriptor descriptor;

    /**
     * Creates the rule of one kind of vault.
     *
     * @param descriptor what the vault says of itself
     */
    public CredentialKinds(ProviderDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * Makes sure that a vault can be connected without credentials.
     *
     * @throws ConfigurationException if it asks for some
     */
    public void checkNoneNeeded() {
        if (!descriptor.credentials().isEmpty() && !descriptor.credentialsOptional()) {
            throw new ConfigurationException(
                    descriptor.title() + " asks for credentials. Connect with a source of " + names() + ".");
        }
    }

    /**
     * Makes sure that credentials are of a kind that the vault takes.
     *
     * @param credentials the credentials
     * @return the same credentials
     * @throws ConfigurationException if they are of another kind
     */
    Credentials checked(Credentials credentials) {
        boolean none = credentials == Credentials.none();
        boolean fits = none
                ? descriptor.credentials().isEmpty() || descriptor.credentialsOptional()
                : descriptor.credentials().stream().anyMatch(kind -> kind.isInstance(credentials));
        if (!fits) {
            throw new ConfigurationException(descriptor.title() + " does not take credentials of "
                    + credentials.getClass().getName() + ". It takes " + names() + ".");
        }
        return credentials;
    }

    private String names() {
        return descriptor.credentials().isEmpty()
                ? "none"
                : descriptor.credentials().stream().map(Class::getSimpleName).collect(Collectors.joining(" or "));
    }
}
