package io.claviger.testkit.contract;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What one vault can do, and why it cannot do the rest. Immutable. */
public final class Capabilities {

    private final Map<Capability, String> missing;

    private Capabilities(Map<Capability, String> missing) {
        this.missing = missing;
    }

    /**
     * Returns all capabilities. What a vault lacks is left out one by one, so that nothing is left out unnoticed, a
     * capability of a later version of this kit included.
     *
     * @return the capabilities
     */
    public static Capabilities all() {
        return new Capabilities(new EnumMap<>(Capability.class));
    }

    /**
     * Returns these capabilities without some.
     *
     * @param reason why, for the report of skipped tests
     * @param capabilities what the vault, or its test, cannot do
     * @return new capabilities
     */
    public Capabilities without(String reason, Capability... capabilities) {
        Map<Capability, String> more = new EnumMap<>(Capability.class);
        more.putAll(missing);
        for (Capability capability : capabilities) {
            more.put(capability, reason);
        }
        return new Capabilities(more);
    }

    /**
     * Returns these capabilities without those of vaults that one logs in to: credentials, a sign-in page, identities,
     * sessions that end, last longer or are revoked.
     *
     * @param reason why, for the report of skipped tests
     * @return new capabilities
     */
    public Capabilities withoutLogins(String reason) {
        return without(reason, Capability.CREDENTIALS, Capability.SIGN_IN, Capability.IDENTITIES)
                .without(reason, Capability.ENDED_SESSIONS, Capability.SESSION_LIFETIMES)
                .without(reason, Capability.RENEWAL, Capability.REVOCATION);
    }

    /**
     * Returns these capabilities without those of vaults that keep versions, but for naming the current one.
     *
     * @param reason why, for the report of skipped tests
     * @return new capabilities
     */
    public Capabilities withoutHistory(String reason) {
        return without(reason, Capability.PINNED_VERSIONS, Capability.PREVIOUS_VERSIONS);
    }

    /**
     * Returns these capabilities without those of vaults that are reached over a network: throttling, slow replies, calls
     * that can be interrupted.
     *
     * @param reason why, for the report of skipped tests
     * @return new capabilities
     */
    public Capabilities withoutNetwork(String reason) {
        return without(reason, Capability.THROTTLING, Capability.RETRY_HINTS)
                .without(reason, Capability.SLOW_REPLIES, Capability.INTERRUPTION)
                .without(reason, Capability.TRUST, Capability.PLAIN_HTTP_REFUSAL);
    }

    /**
     * Returns these capabilities without those of vaults that can fail: those of a network, outages, malformed replies.
     *
     * @param reason why, for the report of skipped tests
     * @return new capabilities
     */
    public Capabilities withoutFaults(String reason) {
        return withoutNetwork(reason).without(reason, Capability.OUTAGES, Capability.MALFORMED_REPLIES);
    }

    /**
     * Returns why something cannot be done.
     *
     * @param capability what
     * @return the reason; empty if it can be done
     */
    public Optional<String> reasonWithout(Capability capability) {
        return Optional.ofNullable(missing.get(capability));
    }
}
