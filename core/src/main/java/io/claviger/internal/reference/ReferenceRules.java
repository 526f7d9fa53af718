package io.claviger.internal.reference;

import io.claviger.ConfigurationException;
import io.claviger.internal.json.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a reference may consist of: exactly what {@link ReferenceParser} can read. */
public final class ReferenceRules {

    /** How many UTF-16 units the text of a reference has at most. */
    static final int LONGEST = 4_096;

    static final String TOO_LONG = "The canonical text of a reference has at most 4,096 characters.";
    static final String SHORTEN = "Shorten the path, the parameters or the field.";
    static final String BAD_POINTER = "In a pointer a tilde stands only before 0 or 1.";
    static final String POINTER_REMEDY = "Write ~0 for a tilde and ~1 for a slash inside a key.";

    private ReferenceRules() {}

    /**
     * Checks the parts of a reference, unencoded.
     *
     * @param alias the alias of an integration
     * @param path the segments
     * @param parameters names and values
     * @param field a key or a pointer
     * @throws ConfigurationException if parts are not allowed; it reports the first problem of each part
     */
    public static void check(String alias, List<String> path, Map<String, String> parameters, @Nullable String field) {
        List<String> problems = new ArrayList<>();
        aliasProblem(alias).ifPresent(problems::add);
        pathProblem(path).ifPresent(problems::add);
        parametersProblem(parameters).ifPresent(problems::add);
        if (field != null) {
            fieldProblem(field).ifPresent(problems::add);
        }
        if (problems.isEmpty()) {
            lengthProblem(alias, path, parameters, field).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    private static Optional<String> aliasProblem(String alias) {
        return alias.isEmpty()
                ? Optional.of("The alias of a reference is empty. Give the alias of an integration.")
                : NameRules.ALIAS.fault(alias).map(Fault::sentences);
    }

    private static Optional<String> pathProblem(List<String> path) {
        if (path.isEmpty()) {
            return Optional.of("The path of a reference has no segment. Give at least one.");
        }
        for (int i = 0; i < path.size(); i++) {
            Optional<String> problem =
                    textProblem("Segment " + (i + 1) + " of the path", path.get(i), Component.SEGMENT);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> parametersProblem(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .flatMap(parameter -> parameterProblem(parameter.getKey(), parameter.getValue()).stream())
                .findFirst();
    }

    private static Optional<String> parameterProblem(String name, String value) {
        if (name.isEmpty()) {
            return Optional.of("The name of a parameter is empty. Give it a name, such as version.");
        }
        return NameRules.PARAMETER
                .fault(name)
                .map(Fault::sentences)
                .or(() -> textProblem("The value of the parameter " + name, value, Component.PARAMETER));
    }

    private static Optional<String> fieldProblem(String field) {
        return textProblem("The field of a reference", field, Component.FIELD).or(() -> pointerProblem(field));
    }

    private static Optional<String> pointerProblem(String field) {
        return JsonPointer.isPointer(field) && JsonPointer.malformedAt(field) >= 0
                ? Optional.of(BAD_POINTER + " " + POINTER_REMEDY)
                : Optional.empty();
    }

    private static Optional<String> textProblem(String what, String text, Component component) {
        return text.isEmpty()
                ? Optional.of(what + " is empty. Give it a text of at least one character, or leave it out.")
                : CharacterRules.fault(text, component).map(fault -> what + ": " + fault.sentences());
    }

    private static Optional<String> lengthProblem(
            String alias, List<String> path, Map<String, String> parameters, @Nullable String field) {
        int length = ReferenceWriter.write(alias, path, new TreeMap<>(parameters), field)
                .length();
        return length > LONGEST ? Optional.of(TOO_LONG + " " + SHORTEN) : Optional.empty();
    }
}
