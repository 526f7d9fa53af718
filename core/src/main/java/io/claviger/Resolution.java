package io.claviger;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one reference: its value, or the reason why it has none.
 *
 * <p>Immutable. {@link #toString()} and {@link #explanation()} never show the value.
 */
public final class Resolution {

    private final String subject;
    private final @Nullable SecretReference reference;
    private final @Nullable SecretValue value;
    private final @Nullable String version;
    private final boolean stale;
    private final @Nullable Reason reason;
    private final String detail;
    private final @Nullable Duration retryAfter;
    private final @Nullable Throwable trace;

    private Resolution(Builder builder) {
        subject = builder.subject;
        reference = builder.reference;
        value = builder.value;
        version = builder.version;
        stale = builder.stale;
        reason = builder.reason;
        detail = builder.detail;
        retryAfter = builder.retryAfter;
        trace = builder.trace;
    }

    /**
     * Starts a resolution of what somebody asked for.
     *
     * @param subject the name or reference as it was asked for
     * @return a builder, to be finished by {@link Builder#value} or {@link Builder#failed}
     */
    public static Builder of(String subject) {
        return new Builder(subject);
    }

    /**
     * Returns the name or reference as it was asked for.
     *
     * @return the subject; never a value
     */
    public String subject() {
        return subject;
    }

    /**
     * Returns where the value lives.
     *
     * @return the reference; empty if the name is not linked
     */
    public Optional<SecretReference> reference() {
        return Optional.ofNullable(reference);
    }

    /**
     * Tells whether there is a value.
     *
     * @return {@code true} if there is a value, {@code false} if there is a reason
     */
    public boolean resolved() {
        return value != null;
    }

    /**
     * Returns the value.
     *
     * @return the value; empty if there is a reason
     */
    public Optional<SecretValue> value() {
        return Optional.ofNullable(value);
    }

    /**
     * Returns the value, or says why there is none.
     *
     * @return the value
     * @throws UnresolvedException if there is none
     */
    public SecretValue orElseThrow() {
        if (value == null) {
            throw new UnresolvedException(List.of(this));
        }
        return value;
    }

    /**
     * Returns the version that the vault gave with the value.
     *
     * @return the version; empty if the vault keeps none, or if there is no value
     */
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    /**
     * Tells whether the value has outlived its expiration, which happens only while the vault cannot be reached and only if
     * {@link CachePolicy#withStaleWhileUnavailable} allows it.
     *
     * @return {@code true} if the value is stale; {@code false} if it is fresh, or if there is none
     */
    public boolean stale() {
        return stale;
    }

    /**
     * Returns why there is no value.
     *
     * @return the reason; empty if there is a value
     */
    public Optional<Reason> reason() {
        return Optional.ofNullable(reason);
    }

    /**
     * Returns what exactly went wrong.
     *
     * @return a sentence without any value or response body; empty text if the reason says it all
     */
    public String detail() {
        return detail;
    }

    /**
     * Returns how long the vault asks to wait.
     *
     * @return the time to wait; empty if the vault named none
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * Returns where a provider failed, for whoever has to find out why: type and frames only, its text dropped.
     *
     * @return the trace; empty if no provider threw
     */
    public Optional<Throwable> trace() {
        return Optional.ofNullable(trace);
    }

    /**
     * Returns one sentence each for what failed, why, and what to do, with a link into the documentation.
     *
     * @return the explanation; a short statement if there is a value
     */
    public String explanation() {
        if (reason == null) {
            return subject + (stale ? " is resolved, and stale." : " is resolved.");
        }
        StringBuilder text = new StringBuilder(subject)
                .append(reason.empty() ? " is empty: " : " is unresolved: ")
                .append(reason);
        if (reference != null && !reference.toString().equals(subject)) {
            text.append(" at ").append(reference);
        }
        text.append('.');
        if (!detail.isEmpty()) {
            text.append(' ').append(detail);
        }
        return text.append(' ')
                .append(reason.remedy())
                .append(" See ")
                .append(reason.documentation())
                .toString();
    }

    /** Returns the {@link #explanation()}, which never shows the value. */
    @Override
    public String toString() {
        return explanation();
    }

    /** Makes a {@link Resolution}. Not safe for use by several threads. */
    public static final class Builder {

        private final String subject;
        private @Nullable SecretReference reference;
        private @Nullable SecretValue value;
        private @Nullable String version;
        private boolean stale;
        private @Nullable Reason reason;
        private String detail = "";
        private @Nullable Duration retryAfter;
        private @Nullable Throwable trace;

        private Builder(String subject) {
            this.subject = Objects.requireNonNull(subject, "subject");
        }

        /**
         * Says where the value lives.
         *
         * @param reference the reference that the name is linked to
         * @return this builder
         */
        public Builder at(SecretReference reference) {
            this.reference = reference;
            return this;
        }

        /**
         * Says whether the value has outlived its expiration. By default it has not.
         *
         * @param outlived whether it is stale
         * @return this builder
         */
        public Builder stale(boolean outlived) {
            this.stale = outlived;
            return this;
        }

        /**
         * Says how long the vault asks to wait.
         *
         * @param time the time to wait; {@code null} if the vault named none
         * @return this builder
         */
        public Builder retryAfter(@Nullable Duration time) {
            this.retryAfter = time;
            return this;
        }

        /**
         * Says where a provider failed.
         *
         * @param sanitized a throwable that holds no text of others; {@code null} if there is none
         * @return this builder
         */
        public Builder trace(@Nullable Throwable sanitized) {
            this.trace = sanitized;
            return this;
        }

        /**
         * Finishes with a value.
         *
         * @param value the value
         * @param version the version that the vault gave with it; {@code null} if it keeps none
         * @return the resolution
         */
        public Resolution value(SecretValue value, @Nullable String version) {
            this.value = Objects.requireNonNull(value, "value");
            this.version = version;
            return new Resolution(this);
        }

        /**
         * Finishes without a value.
         *
         * @param reason why there is none
         * @param detail what exactly went wrong; never a value or a response body; may be empty
         * @return the resolution
         */
        public Resolution failed(Reason reason, String detail) {
            this.reason = Objects.requireNonNull(reason, "reason");
            this.detail = detail;
            return new Resolution(this);
        }
    }
}
