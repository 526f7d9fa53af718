package io.claviger.provider.local.internal.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was typed, in parts. Messages do not repeat it: it could be a secret in the wrong place. */
final class Arguments {

    static final String FILE = "--file";
    static final String PASSPHRASE_FILE = "--passphrase-file";
    static final String KEY_FILE = "--key-file";
    static final String EXPORT_PASSPHRASE_FILE = "--export-passphrase-file";
    static final String REPLACE = "--replace";
    static final String HELP = "--help";

    private static final Set<String> WITH_VALUE = Set.of(FILE, PASSPHRASE_FILE, KEY_FILE, EXPORT_PASSPHRASE_FILE);
    private static final Set<String> FLAGS = Set.of(REPLACE, HELP);
    private static final String END_OF_OPTIONS = "--";

    private final Map<String, String> options = new HashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final List<String> words = new ArrayList<>();

    private Arguments() {}

    static Arguments parse(String... typed) {
        Arguments arguments = new Arguments();
        Iterator<String> rest = Arrays.asList(typed).iterator();
        while (rest.hasNext()) {
            arguments.take(rest.next(), rest);
        }
        return arguments;
    }

    private void take(String word, Iterator<String> rest) {
        if (word.equals(END_OF_OPTIONS)) {
            rest.forEachRemaining(words::add);
        } else if (WITH_VALUE.contains(word)) {
            options.put(word, value(word, rest));
        } else if (FLAGS.contains(word)) {
            flags.add(word);
        } else if (word.startsWith("-")) {
            throw new UsageException("There is an option that this command does not have.");
        } else {
            words.add(word);
        }
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageException("The option " + option + " needs a value.");
        }
        return rest.next();
    }

    boolean flag(String name) {
        return flags.contains(name);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    String command() {
        return words.isEmpty() ? "" : words.get(0);
    }

    String operand(String what) {
        if (words.size() < 2) {
            throw new UsageException("The command '" + command() + "' needs " + what + ".");
        }
        checkWords(2);
        return words.get(1);
    }

    void checkNoOperand() {
        checkWords(1);
    }

    private void checkWords(int count) {
        if (words.size() > count) {
            throw new UsageException("The command '" + command()
                    + "' was given too much. A value is never an argument: 'set' asks for it.");
        }
    }
}
