package io.claviger.event;

import io.claviger.Actor;
import io.claviger.Operation;
import io.claviger.Reason;
import io.claviger.ScriptOrigin;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened: who did what to which integration or name, how it ended, and when. Never a value.
 *
 * <p>Immutable.
 */
public final class VaultEvent {

    private final Instant time;
    private final Type type;
    private final Outcome outcome;
    private final @Nullable Operation operation;
    private final @Nullable Actor actor;
    private final @Nullable String alias;
    private final @Nullable String name;
    private final @Nullable Reason reason;
    private final @Nullable ScriptOrigin script;
    private final OptionalLong call;
    private final OptionalLong count;

    private VaultEvent(Builder builder) {
        time = builder.time;
        type = builder.type;
        outcome = builder.outcome;
        operation = builder.operation;
        actor = builder.actor;
        alias = builder.alias;
        name = builder.name;
        reason = builder.reason;
        script = builder.script;
        call = builder.call;
        count = builder.count;
    }

    /**
     * Starts an event.
     *
     * @param time when it happened
     * @param type what kind of thing happened
     * @param outcome how it ended
     * @return a builder
     */
    public static Builder at(Instant time, Type type, Outcome outcome) {
        return new Builder(time, type, outcome);
    }

    /**
     * Returns when it happened.
     *
     * @return the time by the wall clock
     */
    public Instant time() {
        return time;
    }

    /**
     * Returns what kind of thing happened.
     *
     * @return the type
     */
    public Type type() {
        return type;
    }

    /**
     * Returns how it ended.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Returns the operation that somebody asked for.
     *
     * @return the operation; empty for what happens by itself, as a read or a change of state does
     */
    public Optional<Operation> operation() {
        return Optional.ofNullable(operation);
    }

    /**
     * Returns who did it, or whose session it happened to, where people sign in one by one.
     *
     * @return the actor; empty for the host itself
     */
    public Optional<Actor> actor() {
        return Optional.ofNullable(actor);
    }

    /**
     * Returns the alias of the integration concerned.
     *
     * @return the alias; empty if no integration is concerned
     */
    public Optional<String> alias() {
        return Optional.ofNullable(alias);
    }

    /**
     * Returns the secret name concerned.
     *
     * @return the name; empty if no name is concerned
     */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /**
     * Returns why it failed.
     *
     * @return the reason; empty if it did not fail
     */
    public Optional<Reason> reason() {
        return Optional.ofNullable(reason);
    }

    /**
     * Returns where the script comes from that did it, or that it was decided about.
     *
     * @return the origin; empty if no script is concerned
     */
    public Optional<ScriptOrigin> script() {
        return Optional.ofNullable(script);
    }

    /**
     * Returns the number of the management call, which its events have in common and no other call of the same manager has.
     *
     * @return the number, from 1; empty for what is no management call
     */
    public OptionalLong call() {
        return call;
    }

    /**
     * Returns how many events were lost.
     *
     * @return the number for {@link Type#EVENTS_LOST}; empty for any other type
     */
    public OptionalLong count() {
        return count;
    }

    @Override
    public String toString() {
        return AuditRecord.of(this).json();
    }

    /** What kind of thing happened. */
    public enum Type {
        /** Somebody called a management operation, or was refused any operation. */
        MANAGEMENT,
        /** Somebody was sent to the sign-in page of a vault. What comes of it is told as {@link #MANAGEMENT}. */
        SIGN_IN_BEGUN,
        /** A secret was read from its vault. */
        LOAD,
        /** The library logged in to a vault. */
        LOGIN,
        /** The library asked a vault to let a session last longer. */
        RENEWAL,
        /** The library asked a vault to end a session and the leases that were made in it. */
        REVOCATION,
        /** An integration changed its state by itself. */
        STATE_CHANGED,
        /** A script read a secret, or was refused any use of one. What it stores or removes is a management operation. */
        SCRIPT,
        /** Events before this one were lost, because the listeners or the required audit could not take them. */
        EVENTS_LOST
    }

    /** How it ended. */
    public enum Outcome {
        /** It is about to be tried; only a required audit is told so. */
        REQUESTED,
        /** It was done. */
        DONE,
        /** It failed. */
        FAILED,
        /** The actor had no right to it. */
        REFUSED
    }

    /** Makes a {@link VaultEvent}. Not safe for use by several threads. */
    public static final class Builder {

        private final Instant time;
        private final Type type;
        private final Outcome outcome;
        private @Nullable Operation operation;
        private @Nullable Actor actor;
        private @Nullable String alias;
        private @Nullable String name;
        private @Nullable Reason reason;
        private @Nullable ScriptOrigin script;
        private OptionalLong call = OptionalLong.empty();
        private OptionalLong count = OptionalLong.empty();

        private Builder(Instant time, Type type, Outcome outcome) {
            this.time = time;
            this.type = type;
            this.outcome = outcome;
        }

        /**
         * Says which management operation it was.
         *
         * @param operation the operation
         * @return this builder
         */
        public Builder operation(Operation operation) {
            this.operation = operation;
            return this;
        }

        /**
         * Says who did it.
         *
         * @param actor the actor; {@code null} for the host itself
         * @return this builder
         */
        public Builder actor(@Nullable Actor actor) {
            this.actor = actor;
            return this;
        }

        /**
         * Says which integration is concerned.
         *
         * @param alias its alias; {@code null} for none
         * @return this builder
         */
        public Builder alias(@Nullable String alias) {
            this.alias = alias;
            return this;
        }

        /**
         * Says which name is concerned.
         *
         * @param name the secret name; {@code null} for none
         * @return this builder
         */
        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        /**
         * Says why it failed.
         *
         * @param reason the reason; {@code null} if it did not
         * @return this builder
         */
        public Builder reason(@Nullable Reason reason) {
            this.reason = reason;
            return this;
        }

        /**
         * Says which script is concerned.
         *
         * @param script where it comes from; {@code null} for none
         * @return this builder
         */
        public Builder script(@Nullable ScriptOrigin script) {
            this.script = script;
            return this;
        }

        /**
         * Says which management call it was.
         *
         * @param number the number of the call
         * @return this builder
         */
        public Builder call(long number) {
            this.call = OptionalLong.of(number);
            return this;
        }

        /**
         * Says how many events were lost.
         *
         * @param number how many
         * @return this builder
         */
        public Builder count(long number) {
            this.count = OptionalLong.of(number);
            return this;
        }

        /**
         * Returns the event.
         *
         * @return the event
         */
        public VaultEvent build() {
            return new VaultEvent(this);
        }
    }
}
