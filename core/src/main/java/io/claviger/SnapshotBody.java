package io.claviger;

import io.claviger.internal.json.JsonDocument;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was read, in one of the shapes that vaults have. */
sealed interface SnapshotBody {

    Optional<SecretValue> value();

    Optional<SecretValue> field(String field);

    Set<String> fieldNames();

    boolean sameAs(SnapshotBody other);

    // classes rather than records: a record would print its components

    final class WholeBody implements SnapshotBody {
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
        public boolean sameAs(SnapshotBody other) {
            return other instanceof WholeBody that && whole.hasSameContentAs(that.whole);
        }

        private Optional<JsonDocument> json() {
            return whole.binary() ? Optional.empty() : JsonDocument.tryParseObject(whole.revealText());
        }
    }

    final class FieldsBody implements SnapshotBody {
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
        public boolean sameAs(SnapshotBody other) {
            return other instanceof FieldsBody that
                    && fields.keySet().equals(that.fields.keySet())
                    && fields.keySet().stream().allMatch(name -> same(field(name), that.field(name)));
        }
    }

    final class JsonBody implements SnapshotBody {
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
        public boolean sameAs(SnapshotBody other) {
            return other instanceof JsonBody that && document.hasSameTextAs(that.document);
        }
    }

    private static boolean same(Optional<SecretValue> one, Optional<SecretValue> other) {
        return one.isPresent() && other.isPresent() && one.get().hasSameContentAs(other.get());
    }
}
