package io.claviger.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The speed targets of the design, held against the results. */
public final class Targets {

    private static final String NS = " ns";
    private static final String BYTES = " B";
    private static final String TIMES = " ×";
    private static final String READS = " reads";

    private final Rows rows;
    private final List<Target> targets = new ArrayList<>();

    private Targets(Rows rows) {
        this.rows = rows;
    }

    /** Returns one target after the other. */
    public static List<Target> of(Rows rows, LargeSizes sizes) {
        Targets targets = new Targets(rows);
        targets.handle();
        targets.lookup(Titles.REFERENCE);
        targets.lookup(Titles.NAME);
        targets.awsClient();
        targets.render();
        targets.coldRead();
        targets.upstreamReads();
        targets.large(sizes);
        targets.start();
        return List.copyOf(targets.targets);
    }

    private void handle() {
        atMost("SecretHandle, warm", 2, NS, warm(Titles.HANDLE));
        atMost("SecretHandle, warm: allocated", 0, BYTES, bytes(Titles.HANDLE));
        OptionalDouble two = rows.value(Titles.WARM, Titles.HANDLE, "", 2);
        atMost("SecretHandle, 2 threads against 1", 1.25, TIMES, Rows.quotient(two, warm(Titles.HANDLE)));
    }

    private void lookup(String title) {
        atMost(
                title + ", against Caffeine with expiration",
                0.5,
                TIMES,
                Rows.quotient(warm(title), warm(Titles.CAFFEINE)));
        atMost(title + ": allocated", 0, BYTES, bytes(title));
    }

    private void awsClient() {
        OptionalDouble aws = warm(Titles.AWS_CACHING);
        atLeast("faster than the AWS caching client, by reference", 15, Rows.quotient(aws, warm(Titles.REFERENCE)));
        atLeast("faster than the AWS caching client, by name", 15, Rows.quotient(aws, warm(Titles.NAME)));
        atLeast("faster than the AWS caching client, by handle", 80, Rows.quotient(aws, warm(Titles.HANDLE)));
    }

    private void render() {
        OptionalDouble ours = rows.value(Titles.RENDER, Titles.CLAVIGER, "", 1);
        OptionalDouble commonsText = rows.value(Titles.RENDER, Titles.COMMONS_TEXT, "", 1);
        OptionalDouble appending = rows.value(Titles.RENDER, Titles.APPENDING, "", 1);
        atLeast("render, faster than Commons Text", 10, Rows.quotient(commonsText, ours));
        atMost("render, against appending the pieces", 3, TIMES, Rows.quotient(ours, appending));
    }

    private void coldRead() {
        OptionalDouble ours = rows.value(Titles.COLD, Titles.CLAVIGER, "", 1);
        OptionalDouble bare = rows.value(Titles.COLD, Titles.BARE_CALL, "", 1);
        OptionalDouble more = ours.isPresent() && bare.isPresent()
                ? OptionalDouble.of((ours.getAsDouble() - bare.getAsDouble()) / 1000)
                : OptionalDouble.empty();
        atMost("cold read, over the bare client call", 50, " µs", more);
    }

    private void upstreamReads() {
        rows.all().stream()
                .filter(row ->
                        row.group().equals(Titles.STAMPEDE) && row.title().equals(Titles.CLAVIGER))
                .forEach(row -> atMost(
                        Numbers.text(row.threads()) + " callers on one cold secret, " + row.variant(),
                        1,
                        READS,
                        row.value()));
        rows.all().stream()
                .filter(row -> row.group().equals(Titles.BULK))
                .forEach(row -> atMost(row.group() + ", " + row.title(), 50, READS, row.value()));
    }

    private void large(LargeSizes sizes) {
        OptionalDouble few = rows.value(Titles.LARGE, Titles.ONE_KEY, sizes.small(), 1);
        OptionalDouble many = rows.value(Titles.LARGE, Titles.ONE_KEY, sizes.large(), 1);
        atMost("hit among " + sizes.large() + ", against " + sizes.small(), 1.25, TIMES, Rows.quotient(many, few));
    }

    private void start() {
        atMost("start, all providers on the path", 100, " ms", rows.value(Titles.START, Titles.BUILD, "", 1));
        atMost("start: " + Titles.INITIALISED, 0, "", rows.value(Titles.START, Titles.INITIALISED, "", 1));
    }

    private OptionalDouble warm(String title) {
        return rows.value(Titles.WARM, title, "", 1);
    }

    // the profiler counts what the measuring itself allocates, spread over all operations
    private OptionalDouble bytes(String title) {
        OptionalDouble bytes = rows.bytes(Titles.WARM, title);
        return bytes.isPresent() ? OptionalDouble.of(Math.rint(bytes.getAsDouble())) : bytes;
    }

    private void atMost(String operation, double limit, String unit, OptionalDouble measured) {
        targets.add(Target.atMost(operation, limit, unit, measured));
    }

    private void atLeast(String operation, double limit, OptionalDouble measured) {
        targets.add(Target.atLeast(operation, limit, TIMES, measured));
    }
}
