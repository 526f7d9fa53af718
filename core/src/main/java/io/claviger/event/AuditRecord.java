package io.claviger.event;

import io.claviger.Actor;
import io.claviger.internal.json.JsonLine;
import java.util.Locale;

/**
 * An event as one line for an audit log: JSON (RFC 8259), keys in a fixed order, control and bidirectional characters
 * escaped, texts of others cut at 256 characters. Never a value.
 *
 * <p>The members are {@code time}, {@code type}, {@code outcome}, {@code actor} ({@code null} for the host itself), and those
 * of {@code call}, {@code operation}, {@code alias}, {@code name}, {@code script}, {@code reason} and {@code count} that the
 * event has.
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
        event.call().ifPresent(call -> line.add("call", call));
        event.operation().ifPresent(operation -> line.add("operation", lower(operation)));
        line.add("actor", event.actor().map(Actor::id).orElse(null));
        event.alias().ifPresent(alias -> line.add("alias", alias));
        event.name().ifPresent(name -> line.add("name", name));
        event.script().ifPresent(script -> line.add("script", lower(script.kind()) + ":" + script.id()));
        event.reason().ifPresent(reason -> line.add("reason", lower(reason)));
        event.count().ifPresent(count -> line.add("count", count));
        return new AuditRecord(line.toString());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
