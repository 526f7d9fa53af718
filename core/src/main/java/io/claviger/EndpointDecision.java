package io.claviger;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer of an {@link EndpointPolicy}: permitted, or refused by a rule.
 *
 * <p>Immutable.
 */
public final class EndpointDecision {

    private static final EndpointDecision PERMITTED = new EndpointDecision(null);

    private final @Nullable String rule;

    private EndpointDecision(@Nullable String rule) {
        this.rule = rule;
    }

    /**
     * Returns the answer "yes".
     *
     * @return permitted
     */
    public static EndpointDecision permitted() {
        return PERMITTED;
    }

    /**
     * Returns the answer "no".
     *
     * @param rule what is not allowed, {@code private addresses} for example; shown to whoever set up the integration, so
     *     it names no address
     * @return refused
     */
    public static EndpointDecision refused(String rule) {
        return new EndpointDecision(rule);
    }

    /**
     * Tells whether the connection may be made.
     *
     * @return {@code true} if permitted
     */
    public boolean allows() {
        return rule == null;
    }

    /**
     * Returns what is not allowed.
     *
     * @return a noun in the plural or without an article; empty if permitted
     */
    public Optional<String> rule() {
        return Optional.ofNullable(rule);
    }

    @Override
    public String toString() {
        return rule == null ? "permitted" : "refused: " + rule;
    }
}
