package io.claviger.concurrency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What jcstress observed.
 *
 * @param exit its exit status: 0 if nothing forbidden was observed
 * @param output all that it printed
 */
record StressReport(int exit, String output) {

    private static final Pattern VERDICT = Pattern.compile("^\\.+ \\[([^]]+)] (\\S+)$", Pattern.MULTILINE);
    private static final String PASSED = "OK";
    private static final String SUMMARY = "RUN RESULTS:";

    static StressReport read(int exit, Path output) throws IOException {
        return new StressReport(exit, Files.readString(output));
    }

    /** The classes that had a verdict, whichever. */
    Set<String> run() {
        return VERDICT.matcher(output)
                .results()
                .map(verdict -> verdict.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The classes with a verdict other than that they passed, in any of their configurations. */
    Set<String> broken() {
        return VERDICT.matcher(output)
                .results()
                .filter(verdict -> !verdict.group(1).equals(PASSED))
                .map(verdict -> verdict.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What to show of a failed run: the summary, or all of a run that came to none. */
    String summary() {
        return output.substring(Math.max(0, output.indexOf(SUMMARY)));
    }
}
