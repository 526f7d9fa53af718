package io.claviger.internal.plan;

import io.claviger.Actor;
import io.claviger.AllowedDomains;
import io.claviger.Reason;
import io.claviger.internal.failure.Failure;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Who reads, and what for.
 *
 * @param actor who reads; {@code null} for the host itself
 * @param environment in which environment; {@code null} for none in particular
 * @param target where the values are to be sent; {@code null} if that was not said
 * @param sendsNothing whether the values go nowhere: they are read to see that they are there, or to have them cached
 */
public record Reader(
        @Nullable Actor actor,
        @Nullable String environment,
        @Nullable URI target,
        boolean sendsNothing) {

    /**
     * Returns the reader who did not say anything of an environment or a target.
     *
     * @param actor who reads; {@code null} for the host itself
     * @return the reader
     */
    public static Reader of(@Nullable Actor actor) {
        return new Reader(actor, null, null, false);
    }

    /**
     * Returns this reader in an environment.
     *
     * @param which the environment
     * @return a reader
     */
    public Reader in(String which) {
        return new Reader(actor, which, target, sendsNothing);
    }

    /**
     * Returns this reader, sending values to a target.
     *
     * @param whereto the target
     * @return a reader
     */
    public Reader sendingTo(URI whereto) {
        return new Reader(actor, environment, whereto, sendsNothing);
    }

    /**
     * Returns this reader, sending values nowhere: no restriction of targets concerns it.
     *
     * @return a reader that must give no value to anybody
     */
    public Reader sendingNothing() {
        return new Reader(actor, environment, target, true);
    }

    /**
     * Returns the failure of a reader who would send a value where it may not be sent.
     *
     * @return the failure
     */
    public Failure targetRefused() {
        return Failure.of(
                Reason.DOMAIN_NOT_ALLOWED,
                target == null
                        ? "It may be sent to certain domains only, and no target was named."
                        : "It may not be sent to the target that was named.");
    }

    /**
     * Tells whether values may be sent where this reader sends them. A restricted value needs a target (fail closed).
     *
     * @param domains where they may be sent
     * @return {@code true} if so
     */
    public boolean maySend(AllowedDomains domains) {
        return sendsNothing || !domains.restricted() || (target != null && domains.allows(target));
    }
}
