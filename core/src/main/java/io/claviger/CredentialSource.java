package io.claviger;

import io.claviger.internal.session.CredentialSources;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where an integration gets its credentials from, each time it must log in.
 *
 * <p>Called by one thread at a time per integration, on a thread of the library and within the deadline of the read
 * that needs the login. What it throws reaches nobody as it is: the type and frames of a throwable are kept, its text
 * is dropped.
 */
@FunctionalInterface
public interface CredentialSource {

    /**
     * Returns the credentials for one login.
     *
     * @return the credentials; empty if there are none any more, which asks for reauthentication
     */
    Optional<Credentials> next();

    /**
     * Returns a source for a vault that asks for no credentials.
     *
     * @return a source that never ends
     */
    static CredentialSource none() {
        return () -> Optional.of(Credentials.none());
    }

    /**
     * Returns the source of an integration where people sign in one by one: there is no shared session, and each actor
     * brings credentials by {@link IntegrationManager#reauthenticate}, or signs in at the vault's page by
     * {@link IntegrationManager#signIn} or {@link IntegrationManager#beginSignIn}, and reads in a session of their own. What one may
     * read is never served to another.
     *
     * @return a source without credentials
     */
    static CredentialSource perActor() {
        return PerActorSource.INSTANCE;
    }

    /**
     * Returns a source that gives its credentials for one login and then forgets them.
     *
     * <p>When the session that they bought has ended, the integration asks for reauthentication. A login that the vault did
     * not answer, or that was never sent to it because the {@link EndpointPolicy} refused, has not used them: they are kept
     * for the next one.
     *
     * @param credentials the credentials
     * @return a source of one login
     */
    static CredentialSource once(Credentials credentials) {
        return CredentialSources.once(credentials);
    }

    /**
     * Returns a source that is asked again at each login, so that a service without a user never stops.
     *
     * @param supplier gives the credentials of the moment
     * @return a source that never ends
     */
    static CredentialSource renewing(Supplier<? extends Credentials> supplier) {
        return () -> Optional.of(supplier.get());
    }

    /**
     * Returns a source that reads an environment variable at each login.
     *
     * @param variable the name of the variable
     * @param kind makes credentials of its text, {@code HashicorpCredentials::token} for example
     * @return a source that never ends; a variable that is not set fails the login as a configuration error
     */
    static CredentialSource environment(String variable, Function<? super SecretValue, ? extends Credentials> kind) {
        return CredentialSources.environment(variable, System::getenv, kind);
    }

    /**
     * Returns a source that reads a file at each login, so that a rotated file is noticed.
     *
     * <p>The file is read as UTF-8, at most 64 KiB of it; one line end at its end is dropped.
     *
     * @param file the file
     * @param kind makes credentials of its text, {@code HashicorpCredentials::token} for example
     * @return a source that never ends; a file that cannot be read fails the login as a configuration error
     */
    static CredentialSource file(Path file, Function<? super SecretValue, ? extends Credentials> kind) {
        return CredentialSources.file(file, kind);
    }
}
