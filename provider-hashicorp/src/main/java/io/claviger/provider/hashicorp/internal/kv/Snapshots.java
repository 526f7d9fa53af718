package io.claviger.provider.hashicorp.internal.kv;

import io.claviger.SecretSnapshot;
import io.claviger.provider.hashicorp.internal.api.Json;
import io.claviger.provider.hashicorp.internal.api.Reply;

/** Makes snapshots of what the server wrote, to the letter: numbers keep their digits. */
final class Snapshots {

    private Snapshots() {}

    static SecretSnapshot.Builder of(Json fields) {
        if (!fields.isObject()) {
            throw Reply.notUnderstood();
        }
        return SecretSnapshot.ofJson(fields.text());
    }
}
