package io.claviger.internal.reference;

import io.claviger.SecretReference;
import io.claviger.SyntaxException;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads the canonical text of references, from left to right, and stops at the first error. */
public final class ReferenceParser {

    private ReferenceParser() {}

    /**
     * Reads a reference.
     *
     * @param text its canonical text
     * @return the reference
     * @throws SyntaxException if the text is malformed, with column, reason and remedy
     */
    public static SecretReference parse(String text) {
        Span all = Span.of(text);
        checkLength(all);
        Span hierarchy = Scheme.skip(all);
        Span beforeField = hierarchy.endingAt(hierarchy.find("#"));
        Span beforeParameters = beforeField.endingAt(beforeField.find("?"));
        Span authority = beforeParameters.endingAt(beforeParameters.find("/"));
        String alias = AuthorityParser.alias(authority);
        List<String> path = PathParser.segments(beforeParameters.startingAt(authority.to()));
        SortedMap<String, String> parameters =
                ParametersParser.parameters(beforeField.startingAt(beforeParameters.to()));
        String field = FieldParser.field(all.startingAt(beforeField.to()));
        return reference(all, alias, path, parameters, field);
    }

    private static SecretReference reference(
            Span all, String alias, List<String> path, SortedMap<String, String> parameters, @Nullable String field) {
        if (ReferenceWriter.write(alias, path, parameters, field).length() > ReferenceRules.LONGEST) {
            throw tooLong(all.to() - 1, all);
        }
        return SecretReference.of(alias, path, parameters, field);
    }

    private static void checkLength(Span all) {
        if (all.isEmpty()) {
            throw all.error(0, "The reference is empty.", "Write it as vault://alias/path#field.");
        }
        if (all.to() > ReferenceRules.LONGEST) {
            throw tooLong(ReferenceRules.LONGEST, all);
        }
    }

    private static SyntaxException tooLong(int index, Span all) {
        return all.error(index, ReferenceRules.TOO_LONG, ReferenceRules.SHORTEN);
    }
}
