package io.claviger.internal.reference;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Writes the canonical text of references: one text for each reference (R1). */
public final class ReferenceWriter {

    private final StringBuilder text = new StringBuilder(Scheme.PREFIX);

    private ReferenceWriter() {}

    /**
     * Writes a reference whose parts keep the {@link ReferenceRules}.
     *
     * @param alias the alias of the integration
     * @param path the segments, unencoded
     * @param parameters names and values, unencoded, in natural order
     * @param field a key or a pointer, unencoded
     * @return the text
     */
    public static String write(
            String alias, List<String> path, SortedMap<String, String> parameters, @Nullable String field) {
        ReferenceWriter writer = new ReferenceWriter();
        writer.text.append(alias);
        path.forEach(segment -> writer.append('/').append(segment, Component.SEGMENT));
        writer.append(parameters);
        if (field != null) {
            writer.append('#').append(field, Component.FIELD);
        }
        return writer.text.toString();
    }

    private void append(SortedMap<String, String> parameters) {
        char separator = '?';
        for (var parameter : parameters.entrySet()) {
            text.append(separator).append(parameter.getKey()).append('=');
            append(parameter.getValue(), Component.PARAMETER);
            separator = '&';
        }
    }

    private ReferenceWriter append(char delimiter) {
        text.append(delimiter);
        return this;
    }

    private void append(String part, Component component) {
        part.codePoints().forEach(character -> {
            if (component.writes(character)) {
                text.append((char) character);
            } else {
                text.append(CharacterRules.encoded(character));
            }
        });
    }
}
