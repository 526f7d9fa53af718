package io.claviger.model;

import io.claviger.IntegrationScope;

/** What may be read through an integration, with the prefix of its paths as plain data. */
enum Scope {
    EVERYTHING(""),
    APP("app/"),
    DB("db/");

    private final String prefix;

    Scope(String prefix) {
        this.prefix = prefix;
    }

    boolean allows(String path) {
        return path.startsWith(prefix);
    }

    boolean restricted() {
        return !prefix.isEmpty();
    }

    IntegrationScope scope() {
        return restricted() ? IntegrationScope.of(prefix + "**") : IntegrationScope.everything();
    }
}
