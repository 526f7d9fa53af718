package io.claviger;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Gives values for names and references, from the cache or from their vaults.
 *
 * <p>Every method waits at most for the resolver's time-out: by default the manager's (10 seconds), see
 * {@link #within(Duration)}. However many threads miss the same secret at once, it is read once.
 *
 * <p>An interface, so that a host can replace it in tests of its own.
 */
public interface SecretResolver {

    /**
     * Returns the value of a linked name.
     *
     * @param name the secret name
     * @return its value
     * @throws UnresolvedException if it has none, with reason and remedy
     * @throws AccessRefusedException if the actor of this resolver may not resolve names
     */
    SecretValue resolve(String name);

    /**
     * Returns the value at a reference.
     *
     * @param reference where the value lives
     * @return the value
     * @throws UnresolvedException if there is none, with reason and remedy
     * @throws AccessRefusedException if the actor of this resolver may not use direct references
     */
    SecretValue resolve(SecretReference reference);

    /**
     * Starts to resolve a linked name and does not wait. No thread is held while the vault is asked, except the one that
     * asks it.
     *
     * @param name the secret name
     * @return completes with the value, or with what {@link #resolve(String)} throws; cancelling it ends this caller's
     *     wait and not the read, which others may wait for
     */
    CompletableFuture<SecretValue> resolveAsync(String name);

    /**
     * Starts to resolve a reference and does not wait, as {@link #resolveAsync(String)} does for a name.
     *
     * @param reference where the value lives
     * @return completes with the value, or with what {@link #resolve(SecretReference)} throws
     */
    CompletableFuture<SecretValue> resolveAsync(SecretReference reference);

    /**
     * Returns what becomes of a linked name, a failure included.
     *
     * @param name the secret name
     * @return its value, or the reason why there is none
     * @throws AccessRefusedException if the actor of this resolver may not resolve names
     */
    Resolution attempt(String name);

    /**
     * Returns what becomes of a reference, a failure included.
     *
     * @param reference where the value lives
     * @return the value, or the reason why there is none
     * @throws AccessRefusedException if the actor of this resolver may not use direct references
     */
    Resolution attempt(SecretReference reference);

    /**
     * Returns what becomes of several linked names. Each secret is read once, so that fields of one secret match, and
     * one that fails does not affect the others.
     *
     * @param names the secret names
     * @return one resolution for each name, in the given order
     * @throws AccessRefusedException if the actor of this resolver may not resolve names
     */
    Map<String, Resolution> resolveAll(Collection<String> names);

    /**
     * Returns the whole secret that a name is linked to: all fields of one read.
     *
     * @param name the secret name
     * @return the snapshot
     * @throws UnresolvedException if it cannot be had, with reason and remedy
     * @throws AccessRefusedException if the actor of this resolver may not resolve names
     */
    SecretSnapshot snapshot(String name);

    /**
     * Renders a text with references in it. Compile it by {@link Template#compile} if it is rendered more than once.
     *
     * @param text the text
     * @return the rendering
     * @throws SyntaxException if a reference in it is malformed
     * @throws UnresolvedException if any reference has no value; lists all that have none
     * @throws AccessRefusedException if the actor of this resolver may not resolve what it refers to
     */
    default Rendering render(String text) {
        return render(Template.compile(text));
    }

    /**
     * Renders a template. Each secret is read once, so that fields of one secret match.
     *
     * @param template the template
     * @return the rendering
     * @throws UnresolvedException if any reference has no value; lists all that have none
     * @throws AccessRefusedException if the actor of this resolver may not resolve what it refers to
     */
    Rendering render(Template template);

    /**
     * Returns a handle for a name that is read again and again. Nothing is read yet, and the name need not be linked
     * yet.
     *
     * @param name the secret name
     * @return the handle
     */
    SecretHandle bind(String name);

    /**
     * Watches several names: they are kept fresh without anybody reading them, and a listener is told when the content of
     * any of them changes. What they have now is read in the background and causes no call.
     *
     * @param names the secret names; at least one; they need not be linked yet
     * @param listener who is told
     * @return the watch, to be closed when the listener is not interested any more
     * @throws ConfigurationException if there is no name
     * @throws AccessRefusedException if the actor of this resolver may not resolve names
     */
    SecretWatch watch(Collection<String> names, ChangeListener listener);

    /**
     * Reads every linked and enabled name now, so that a service finds out when it starts what it would find out later.
     *
     * @throws UnresolvedException if any of them has no value; lists all that have none
     * @throws AccessRefusedException if the actor of this resolver may not resolve a name
     */
    void prefetch();

    /**
     * Says that a service has refused the value of a name, as a database does after its password was rotated, and returns
     * what to try.
     *
     * <p>The secret is read again, once for all who say so at the same time, and not more often than every 5 seconds: that
     * time doubles, up to 5 minutes, as long as the vault has the same content, so that a wrong password does not become a
     * flood of reads. In between, and for 5 seconds after a read that failed, the current version is the cached one.
     *
     * @param name the secret name
     * @return the current version, and the previous one where the vault keeps it
     * @throws UnresolvedException if the current version cannot be had
     * @throws AccessRefusedException if the actor of this resolver may not resolve names
     */
    RotationCandidates onAuthenticationFailure(String name);

    /**
     * Says that a service has refused the value at a reference, as {@link #onAuthenticationFailure(String)} does for a
     * name.
     *
     * @param reference where the value lives
     * @return the current version, and the previous one where the vault keeps it
     * @throws UnresolvedException if the current version cannot be had
     * @throws AccessRefusedException if the actor of this resolver may not use direct references
     */
    RotationCandidates onAuthenticationFailure(SecretReference reference);

    /**
     * Returns this resolver for one environment: a name means its link there, or the default link if that may stand in.
     *
     * @param environment the environment, {@code staging} for example: {@code [a-z][a-z0-9-]{0,62}}
     * @return a resolver that shares everything else with this one
     * @throws ConfigurationException if it is malformed
     */
    SecretResolver inEnvironment(String environment);

    /**
     * Returns this resolver for values that are sent to one target. Names and integrations that are restricted to certain
     * domains are resolved only by a resolver whose target is among them.
     *
     * @param target where the values are sent, complete: after any substitution in it
     * @return a resolver that shares everything else with this one
     */
    SecretResolver forTarget(URI target);

    /**
     * Returns this resolver with another time-out for each of its calls.
     *
     * @param timeout how long a call may take; more than zero
     * @return a resolver that shares everything else with this one
     */
    SecretResolver within(Duration timeout);
}
