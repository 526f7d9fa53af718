package io.claviger.internal.plan;

import io.claviger.ConfigurationException;
import io.claviger.Link;
import io.claviger.SecretReference;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.failure.Failures;
import io.claviger.internal.integration.Connection;
import io.claviger.internal.integration.Integration;
import io.claviger.internal.integration.Integrations;
import io.claviger.internal.link.LinkTable;
import io.claviger.spi.Location;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What links say about a secret that is not read through them: whoever finds another way to the secret finds the same
 * restrictions there (T8). Only those of the team and of the reader count, so that nobody can restrict what others read.
 */
public final class Restrictions {

    private final Integrations integrations;
    private final LinkTable links;
    private final Reader reader;

    Restrictions(Integrations integrations, LinkTable links, Reader reader) {
        this.integrations = integrations;
        this.links = links;
        this.reader = reader;
    }

    /**
     * Looks for a link that keeps a direct reference from being used.
     *
     * @param reference a reference that is written directly
     * @return why its value may not be sent where this reader sends it, or where it is cannot be said; {@code null} if it
     *     may be used
     */
    public @Nullable Failure ofDirect(SecretReference reference) {
        return of(reference, link -> ofTeam(link) || ofReader(link));
    }

    /**
     * Looks for a link of the team that keeps an actor's own link from being used.
     *
     * @param reference what the actor's own link points to
     * @return as above
     */
    public @Nullable Failure ofOwnLink(SecretReference reference) {
        return of(reference, Restrictions::ofTeam);
    }

    private @Nullable Failure of(SecretReference reference, Predicate<Link> heeded) {
        List<Link> barring = links.now().restricted(reference.alias()).stream()
                .filter(heeded.and(link -> !reader.maySend(link.allowedDomains())))
                .toList();
        if (barring.isEmpty()) {
            return null;
        }
        try {
            return sameSecret(barring, reference) ? reader.targetRefused() : null;
        } catch (FailureException unlocated) {
            return unlocated.failure();
        }
    }

    private static boolean ofTeam(Link link) {
        return link.owner().actor().isEmpty();
    }

    private boolean ofReader(Link link) {
        return reader.actor() != null && link.owner().is(reader.actor());
    }

    // whatever version or field of it: the restriction is the secret's
    private boolean sameSecret(List<Link> barring, SecretReference reference) {
        Connection connection = integrations
                .find(reference.alias())
                .map(Integration::connection)
                .orElse(null);
        if (connection == null) {
            return barring.stream().anyMatch(link -> link.reference().path().equals(reference.path()));
        }
        List<String> path = located(connection, reference).locator().path();
        return barring.stream().flatMap(link -> path(connection, link).stream()).anyMatch(path::equals);
    }

    // a link that does not fit its vault leads to no secret, so that it restricts none
    private static Optional<List<String>> path(Connection connection, Link link) {
        try {
            return Optional.of(connection.locate(link.reference()).locator().path());
        } catch (ConfigurationException misfit) {
            return Optional.empty();
        }
    }

    static Location located(Connection connection, SecretReference reference) {
        try {
            return connection.locate(reference);
        } catch (ConfigurationException e) {
            throw new FailureException(Failures.of(e));
        }
    }
}
