package io.claviger;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A name and where its value lives; whose name it is, in which environment it counts, and where its value may be sent.
 *
 * <p>Immutable: each {@code with…} method returns a new link, to be given to {@link IntegrationManager#link(Link)}.
 */
public final class Link {

    private final LinkId id;
    private final SecretReference reference;
    private final boolean enabled;
    private final boolean fallback;
    private final AllowedDomains allowedDomains;

    private Link(
            LinkId id, SecretReference reference, boolean enabled, boolean fallback, AllowedDomains allowedDomains) {
        this.id = id;
        this.reference = reference;
        this.enabled = enabled;
        this.fallback = fallback;
        this.allowedDomains = allowedDomains;
    }

    /**
     * Returns a link of the team that is enabled, counts in no particular environment and restricts nothing.
     *
     * @param name the secret name: 1 to 128 letters, digits and {@code _ . -}, in Unicode normal form C
     * @param reference where the value lives
     * @return the link
     */
    public static Link of(String name, SecretReference reference) {
        return of(LinkId.of(name), reference);
    }

    /**
     * Returns a link that is enabled and restricts nothing.
     *
     * @param id which link
     * @param reference where the value lives
     * @return the link
     */
    public static Link of(LinkId id, SecretReference reference) {
        return new Link(id, reference, true, false, AllowedDomains.any());
    }

    /**
     * Returns this link as another owner's.
     *
     * @param owner the team or one actor
     * @return a new link
     */
    public Link ownedBy(Owner owner) {
        return new Link(id.ownedBy(owner), reference, enabled, fallback, allowedDomains);
    }

    /**
     * Returns this link for one environment.
     *
     * @param environment the environment, {@code staging} for example: {@code [a-z][a-z0-9-]{0,62}}
     * @return a new link
     */
    public Link inEnvironment(String environment) {
        return new Link(id.inEnvironment(environment), reference, enabled, fallback, allowedDomains);
    }

    /**
     * Returns this link, pointing elsewhere.
     *
     * @param target where the value lives
     * @return a new link
     */
    public Link withReference(SecretReference target) {
        return new Link(id, target, enabled, fallback, allowedDomains);
    }

    /**
     * Returns this link, switched on or off.
     *
     * @param on whether the name may be resolved
     * @return a new link
     */
    public Link withEnabled(boolean on) {
        return new Link(id, reference, on, fallback, allowedDomains);
    }

    /**
     * Returns this link, with or without the permission to stand in for environments that have no link of their own.
     *
     * @param permitted whether it may
     * @return a new link
     */
    public Link withFallback(boolean permitted) {
        return new Link(id, reference, enabled, permitted, allowedDomains);
    }

    /**
     * Returns this link, restricted to targets.
     *
     * @param domains where its value may be sent
     * @return a new link
     */
    public Link withAllowedDomains(AllowedDomains domains) {
        return new Link(id, reference, enabled, fallback, domains);
    }

    /**
     * Returns which link this is.
     *
     * @return the id
     */
    public LinkId id() {
        return id;
    }

    /**
     * Returns the name.
     *
     * @return the secret name
     */
    public String name() {
        return id.name();
    }

    /**
     * Returns whose link it is.
     *
     * @return by default the team
     */
    public Owner owner() {
        return id.owner();
    }

    /**
     * Returns the environment in which it counts.
     *
     * @return the environment; by default empty
     */
    public Optional<String> environment() {
        return id.environment();
    }

    /**
     * Returns where the value lives.
     *
     * @return the reference
     */
    public SecretReference reference() {
        return reference;
    }

    /**
     * Tells whether the name may be resolved.
     *
     * @return by default {@code true}
     */
    public boolean enabled() {
        return enabled;
    }

    /**
     * Tells whether it may stand in for environments that have no link of their own under this name.
     *
     * @return by default {@code false}
     */
    public boolean fallback() {
        return fallback;
    }

    /**
     * Returns where its value may be sent.
     *
     * @return by default anywhere
     */
    public AllowedDomains allowedDomains() {
        return allowedDomains;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Link that
                && id.equals(that.id)
                && reference.equals(that.reference)
                && enabled == that.enabled
                && fallback == that.fallback
                && allowedDomains.equals(that.allowedDomains);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, reference);
    }

    @Override
    public String toString() {
        return id + " -> " + reference + (enabled ? "" : " (disabled)");
    }
}
