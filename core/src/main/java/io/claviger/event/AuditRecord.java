package io.claviger.event;

import io.claviger.Actor;
import io.claviger.internal.json.JsonLine;
import java.util.Locale;

/**
 * An event as one line for an audit log: JSON (RFC 8259), keys in a fixed order, control and bidirectional characters
 * escaped, texts of others cut at 256 characters. Never a value.
 *
 * @param json the line, without a line end
 */
public record AuditRecord(String json) {

    /**
     * Returns the record of an event.
     *
     * @param event what happened
     * @return its line
     */
    public static AuditRecord of(VaultEvent event) {
        JsonLine line = new JsonLine()
                .add("time", event.time().toString())
                .add("type", lower(event.type()))
                .add("outcome", lower(event.outcome()));
        event.operation().ifPresent(operation -> line.add("operation", lower(operation)));
        line.add("actor", event.actor().map(Actor::id).orElse("host"));
        event.alias().ifPresent(alias -> line.add("alias", alias));
        event.name().ifPresent(name -> line.add("name", name));
        event.reason().ifPresent(reason -> line.add("reason", lower(reason)));
        return new AuditRecord(line.toString());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
