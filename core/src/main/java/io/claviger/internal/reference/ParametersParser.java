package io.claviger.internal.reference;

import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the parameters, in any order. */
final class ParametersParser {

    private static final String PAIR_REMEDY = "Write it as name=value.";

    private final SortedMap<String, String> parameters = new TreeMap<>();

    private ParametersParser() {}

    /** Reads what is empty or begins with a question mark. */
    static SortedMap<String, String> parameters(Span query) {
        ParametersParser parser = new ParametersParser();
        if (query.to() - query.from() == 1) {
            throw query.error(
                    query.to(),
                    "Parameters are missing after the question mark.",
                    "Write name=value after it, or remove it.");
        }
        for (Span rest = query; !rest.isEmpty(); ) {
            Span afterSeparator = rest.startingAt(rest.from() + 1);
            Span pair = afterSeparator.endingAt(afterSeparator.find("&"));
            parser.add(pair);
            rest = rest.startingAt(pair.to());
        }
        return parser.parameters;
    }

    private void add(Span pair) {
        if (pair.isEmpty()) {
            throw pair.error(
                    pair.from(), "A parameter is empty.", "Remove the & before or after it; %26 is one in a value.");
        }
        Span name = pair.endingAt(pair.find("="));
        checkName(name);
        if (name.to() == pair.to()) {
            throw pair.error(pair.to(), "A parameter has no value.", PAIR_REMEDY);
        }
        parameters.put(name.content(), value(pair.startingAt(name.to() + 1)));
    }

    private void checkName(Span name) {
        if (name.isEmpty()) {
            throw name.error(name.from(), "The name of a parameter is missing.", PAIR_REMEDY);
        }
        NameRules.PARAMETER.fault(name.content()).ifPresent(fault -> {
            throw name.error(fault);
        });
        if (parameters.containsKey(name.content())) {
            throw name.error(
                    name.from(), "The parameter " + name.content() + " is given twice.", "Remove one of the two.");
        }
    }

    private static String value(Span value) {
        if (value.isEmpty()) {
            throw value.error(
                    value.from(), "The value of a parameter is empty.", "Write a value, or remove the parameter.");
        }
        return new PercentDecoder(value, Component.PARAMETER).decode();
    }
}
