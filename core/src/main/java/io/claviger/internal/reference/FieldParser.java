package io.claviger.internal.reference;

import io.claviger.internal.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/** Reads the field. */
final class FieldParser {

    private FieldParser() {}

    /** Reads what is empty or begins with a number sign. */
    static @Nullable String field(Span fragment) {
        if (fragment.isEmpty()) {
            return null;
        }
        Span encoded = fragment.startingAt(fragment.from() + 1);
        if (encoded.isEmpty()) {
            throw encoded.error(
                    encoded.from(),
                    "The field is missing after the number sign.",
                    "Write a key or a pointer after it, or remove it to refer to the whole secret.");
        }
        String field = new PercentDecoder(encoded, Component.FIELD).decode();
        checkPointer(field, encoded);
        return field;
    }

    private static void checkPointer(String field, Span encoded) {
        int tilde = JsonPointer.isPointer(field) ? JsonPointer.malformedAt(field) : -1;
        if (tilde >= 0) {
            int position = new PercentDecoder(encoded, Component.FIELD).positionOf(tilde);
            throw encoded.error(position, ReferenceRules.BAD_POINTER, ReferenceRules.POINTER_REMEDY);
        }
    }
}
