package io.claviger.provider.hashicorp.internal;

import io.claviger.ConfigurationException;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what to read for a reference. */
final class References {

    private static final String VERSION = "version";
    private static final Pattern NUMBER = Pattern.compile("0*[1-9][0-9]{0,17}");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");

    private References() {}

    static Location locate(SecretReference reference) {
        List<String> problems = problems(reference);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        Map<String, String> parameters = reference
                .parameter(VERSION)
                .map(number -> Map.of(VERSION, LEADING_ZEROS.matcher(number).replaceFirst("")))
                .orElse(Map.of());
        return Location.of(
                Locator.of(reference.path(), parameters), reference.field().orElse(null));
    }

    /** Engines that keep versions number them from 1; the others name none. */
    static Optional<Locator> previousVersion(Locator locator, SecretSnapshot current) {
        return current.version()
                .filter(version -> locator.parameter(VERSION).isEmpty())
                .map(Long::parseLong)
                .filter(version -> version > 1)
                .map(version -> Locator.of(locator.path(), Map.of(VERSION, Long.toString(version - 1))));
    }

    private static List<String> problems(SecretReference reference) {
        List<String> problems = new ArrayList<>();
        if (reference.path().size() < 2) {
            problems.add("The path has one segment; write the mount of an engine and the path of a secret in it.");
        }
        if (!reference.path().stream().allMatch(References::fits)) {
            problems.add("A segment of the path is '.' or '..', or has a slash or control character in it; the server"
                    + " has no such names, so write each name as a segment of its own.");
        }
        if (!reference.parameter(VERSION).map(NUMBER.asMatchPredicate()::test).orElse(true)) {
            problems.add("The version is not a whole number of 1 or more; write the number that the vault shows.");
        }
        if (reference.parameters().keySet().stream().anyMatch(name -> !name.equals(VERSION))) {
            problems.add("The reference has a parameter other than version; remove it.");
        }
        return problems;
    }

    /** Dots would climb in the path of the interface, and the server reads an encoded slash as a plain one. */
    private static boolean fits(String segment) {
        return !segment.equals(".")
                && !segment.equals("..")
                && segment.indexOf('/') < 0
                && segment.chars().noneMatch(Character::isISOControl);
    }
}
