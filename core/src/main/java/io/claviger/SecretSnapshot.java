package io.claviger;

import io.claviger.internal.json.JsonDocument;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One upstream read of one secret: all its fields, one version, never mixed with another read.
 *
 * <p>Take several fields from one snapshot where they must match, as a user name and its password must. Immutable;
 * {@link #toString()} shows no field name and no value.
 */
public final class SecretSnapshot {

    private final SnapshotBody body;
    private final @Nullable String version;
    private final @Nullable Duration lifetime;
    private final @Nullable SecretLease lease;
    private final boolean cacheable;

    private SecretSnapshot(Builder builder) {
        body = builder.body;
        version = builder.version;
        lifetime = builder.lifetime;
        lease = builder.lease;
        cacheable = builder.cacheable;
    }

    /**
     * Starts a snapshot of a secret that is one value. If the value is the text of a JSON object, its members can be
     * asked for as fields.
     *
     * @param value the whole value
     * @return a builder
     */
    public static Builder ofValue(SecretValue value) {
        return new Builder(new SnapshotBody.WholeBody(value));
    }

    /**
     * Starts a snapshot of a secret that is a set of named values.
     *
     * @param fields names and values
     * @return a builder
     */
    public static Builder ofFields(Map<String, SecretValue> fields) {
        return new Builder(new SnapshotBody.FieldsBody(new LinkedHashMap<>(fields)));
    }

    /**
     * Starts a snapshot of a secret that is a JSON object, whose members are its fields. Strings are given without
     * quotes, and numbers, objects and arrays exactly as they are written.
     *
     * @param object the text of a JSON object
     * @return a builder
     * @throws IllegalArgumentException if the text is not a JSON object; the message does not quote it
     */
    public static Builder ofJson(String object) {
        return new Builder(new SnapshotBody.JsonBody(JsonDocument.parseObject(object)));
    }

    /**
     * Returns the secret as one value.
     *
     * @return the whole value, or the only field of a secret that has just one; empty if it has several or none
     */
    public Optional<SecretValue> value() {
        return body.value();
    }

    /**
     * Returns one field.
     *
     * @param field a top-level key, or a pointer (RFC 6901) if it begins with {@code /}
     * @return its value; empty if the secret has no such field, or if the field is JSON {@code null}
     */
    public Optional<SecretValue> field(String field) {
        return body.field(field);
    }

    /**
     * Returns the names of the fields.
     *
     * @return the top-level keys, in the vault's order; empty for a value that is not a JSON object
     */
    public Set<String> fieldNames() {
        return body.fieldNames();
    }

    /**
     * Returns the version that the vault gave.
     *
     * @return the version; empty if the vault keeps none
     */
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    /**
     * Returns how long the vault says that the secret lasts, counted from the read.
     *
     * @return the time until an announced deletion, for example, which shortens the expiration; empty for no limit
     */
    public Optional<Duration> lifetime() {
        return Optional.ofNullable(lifetime);
    }

    /**
     * Returns the lease of a credential that the vault made for this read. A lease shortens the expiration too, unless it
     * is renewed.
     *
     * @return the lease; empty for a secret that was there before it was read
     */
    public Optional<SecretLease> lease() {
        return Optional.ofNullable(lease);
    }

    /**
     * Tells whether the secret may be served to more than the callers that waited for this read.
     *
     * @return {@code false} for one-time codes and the like
     */
    public boolean cacheable() {
        return cacheable;
    }

    /**
     * Tells whether another snapshot holds the same: the same version where the vault names versions, else the same fields
     * and values, compared in time that does not depend on where values differ.
     *
     * @param other another read of the same secret
     * @return {@code true} if nothing has changed between the two reads
     */
    public boolean hasSameContentAs(SecretSnapshot other) {
        if (version != null && other.version != null) {
            return version.equals(other.version);
        }
        return body.sameAs(other.body);
    }

    @Override
    public String toString() {
        return "SecretSnapshot[version=" + (version == null ? "none" : version) + "]";
    }

    /** Makes a {@link SecretSnapshot}. Not safe for use by several threads. */
    public static final class Builder {

        private final SnapshotBody body;
        private @Nullable String version;
        private @Nullable Duration lifetime;
        private @Nullable SecretLease lease;
        private boolean cacheable = true;

        private Builder(SnapshotBody body) {
            this.body = body;
        }

        /**
         * Sets the version. By default none.
         *
         * @param version the version that the vault gave
         * @return this builder
         */
        public Builder version(String version) {
            this.version = version;
            return this;
        }

        /**
         * Limits how long the secret lasts, counted from the read. By default without limit.
         *
         * @param lifetime how long; not negative
         * @return this builder
         */
        public Builder lifetime(Duration lifetime) {
            if (lifetime.isNegative()) {
                throw new IllegalArgumentException("A lifetime must not be negative.");
            }
            this.lifetime = lifetime;
            return this;
        }

        /**
         * Says that the vault made the secret for this read. By default it was there before.
         *
         * @param lease how long it lasts, and how to end it
         * @return this builder
         */
        public Builder lease(SecretLease lease) {
            this.lease = lease;
            return this;
        }

        /**
         * Keeps the secret out of the cache, as one-time codes must be.
         *
         * @return this builder
         */
        public Builder uncacheable() {
            this.cacheable = false;
            return this;
        }

        /**
         * Returns the snapshot.
         *
         * @return the snapshot
         */
        public SecretSnapshot build() {
            return new SecretSnapshot(this);
        }
    }
}
