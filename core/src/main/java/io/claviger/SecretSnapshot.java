package io.claviger;

import io.claviger.internal.json.JsonDocument;
import java.time.Duration;
import java.util.Collections;
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

    private final Body body;
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
        return new Builder(new WholeBody(value));
    }

    /**
     * Starts a snapshot of a secret that is a set of named values.
     *
     * @param fields names and values
     * @return a builder
     */
    public static Builder ofFields(Map<String, SecretValue> fields) {
        return new Builder(new FieldsBody(new LinkedHashMap<>(fields)));
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
        return new Builder(new JsonBody(JsonDocument.parseObject(object)));
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

        private final Body body;
        private @Nullable String version;
        private @Nullable Duration lifetime;
        private @Nullable SecretLease lease;
        private boolean cacheable = true;

        private Builder(Body body) {
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

    private static boolean same(Optional<SecretValue> one, Optional<SecretValue> other) {
        return one.isPresent() && other.isPresent() && one.get().hasSameContentAs(other.get());
    }

    /** What was read, in one of the shapes that vaults have. */
    private sealed interface Body {
        Optional<SecretValue> value();

        Optional<SecretValue> field(String field);

        Set<String> fieldNames();

        boolean sameAs(Body other);
    }

    // classes rather than records: a record would print its components

    private static final class WholeBody implements Body {
        private final transient SecretValue whole;

        WholeBody(SecretValue whole) {
            this.whole = whole;
        }

        @Override
        public Optional<SecretValue> value() {
            return Optional.of(whole);
        }

        @Override
        public Optional<SecretValue> field(String field) {
            return json().flatMap(document -> document.field(field));
        }

        @Override
        public Set<String> fieldNames() {
            return json().map(JsonDocument::fieldNames).orElse(Set.of());
        }

        @Override
        public boolean sameAs(Body other) {
            return other instanceof WholeBody that && whole.hasSameContentAs(that.whole);
        }

        private Optional<JsonDocument> json() {
            return whole.binary() ? Optional.empty() : JsonDocument.tryParseObject(whole.revealText());
        }
    }

    private static final class FieldsBody implements Body {
        private final transient Map<String, SecretValue> fields;

        FieldsBody(Map<String, SecretValue> fields) {
            this.fields = fields;
        }

        @Override
        public Optional<SecretValue> value() {
            return fields.size() == 1 ? Optional.of(fields.values().iterator().next()) : Optional.empty();
        }

        @Override
        public Optional<SecretValue> field(String field) {
            return Optional.ofNullable(fields.get(field));
        }

        @Override
        public Set<String> fieldNames() {
            return Collections.unmodifiableSet(fields.keySet());
        }

        @Override
        public boolean sameAs(Body other) {
            return other instanceof FieldsBody that
                    && fields.keySet().equals(that.fields.keySet())
                    && fields.keySet().stream().allMatch(name -> same(field(name), that.field(name)));
        }
    }

    private static final class JsonBody implements Body {
        private final transient JsonDocument document;

        JsonBody(JsonDocument document) {
            this.document = document;
        }

        @Override
        public Optional<SecretValue> value() {
            return document.onlyField();
        }

        @Override
        public Optional<SecretValue> field(String field) {
            return document.field(field);
        }

        @Override
        public Set<String> fieldNames() {
            return document.fieldNames();
        }

        @Override
        public boolean sameAs(Body other) {
            return other instanceof JsonBody that && document.hasSameTextAs(that.document);
        }
    }
}
