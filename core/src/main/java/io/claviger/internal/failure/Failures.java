package io.claviger.internal.failure;

import io.claviger.ConfigurationException;
import io.claviger.Reason;
import io.claviger.internal.text.SafeText;
import io.claviger.spi.VaultFailure;
import java.util.concurrent.CompletionException;

/** Turns what providers and sources throw into failures. */
public final class Failures {

    private Failures() {}

    /**
     * Returns what a throwable means.
     *
     * @param thrown what a provider or a source of credentials threw
     * @return the failure, without its text unless the text is in a type of the library's own
     */
    public static Failure of(Throwable thrown) {
        if (thrown instanceof CompletionException && thrown.getCause() != null) {
            return of(thrown.getCause());
        }
        if (thrown instanceof FailureException own) {
            return own.failure();
        }
        if (thrown instanceof VaultFailure failure) {
            return ofVault(failure);
        }
        if (thrown instanceof ConfigurationException configuration) {
            return Failure.of(Reason.MISCONFIGURED, SafeText.of(String.join(" ", configuration.problems())));
        }
        return ofStranger(thrown);
    }

    private static Failure ofVault(VaultFailure failure) {
        String requestId = failure.requestId()
                .map(id -> " The vault's request id is " + SafeText.of(id) + ".")
                .orElse("");
        return new Failure(
                failure.kind().reason(),
                SafeText.of(failure.detail()) + requestId,
                failure.retryAfter().orElse(null),
                SanitizedThrowable.of(failure),
                failure.kind() == VaultFailure.Kind.SESSION_ENDED,
                failure.createdNothing());
    }

    private static Failure ofStranger(Throwable thrown) {
        boolean incomplete = thrown instanceof LinkageError;
        String detail = incomplete
                ? "A class that the provider needs is missing or of another version: check its dependencies."
                : "The provider failed with " + thrown.getClass().getName() + ".";
        return new Failure(
                incomplete ? Reason.MISCONFIGURED : Reason.UNREACHABLE,
                detail,
                null,
                SanitizedThrowable.of(thrown),
                false,
                false);
    }
}
