package io.claviger.provider.local.internal.store;

import static io.claviger.provider.local.internal.store.Fixtures.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed at random points of 1,000 writes never leaves a lost or torn file. */
class KilledWriterTest {

    private static final int WRITES = 1_000;
    private static final int MOST_BEFORE_KILL = 120;

    @TempDir
    Path directory;

    @Test
    @Timeout(240)
    void change_processKilledAgainAndAgain_keepsEveryAcknowledgedWrite() throws IOException, InterruptedException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Path file = directory.resolve("team.vault");
        int stored = 0;
        int kills = 0;
        while (stored < WRITES) {
            int acknowledged = writeAndKill(file, stored, random);
            Contents contents = Fixtures.store(file).contents(call());
            stored = WriterProcess.counter(contents);
            // the one write that was under way may be there or not
            assertThat(stored).as("seed " + seed).isBetween(acknowledged, acknowledged + 1);
            assertThat(contents.names()).as("seed " + seed).isEqualTo(expected(stored));
            assertThat(contents.entries()).as("seed " + seed).allSatisfy(KilledWriterTest::assertWhole);
            kills++;
        }
        assertThat(kills).as("seed " + seed).isGreaterThan(5);
        Fixtures.set(Fixtures.store(file), "last", "one");
        assertThat(Fixtures.names(directory)).isEqualTo(Set.of("team.vault", "team.vault.lock"));
    }

    /** Returns how many writes are acknowledged in all. */
    private static int writeAndKill(Path file, int from, Random random) throws IOException, InterruptedException {
        Process writer = WriterProcess.start(file, "w", from, WRITES);
        BufferedReader said =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8));
        try {
            assertThat(said.readLine()).isEqualTo("ready");
            writer.getOutputStream().write('\n');
            writer.getOutputStream().flush();
            int acknowledged = from;
            int until = from + random.nextInt(MOST_BEFORE_KILL);
            while (acknowledged < until && said.readLine() != null) {
                acknowledged++;
            }
            spin(random.nextInt(200_000));
            // the handle's kill leaves open what the process said last
            writer.toHandle().destroyForcibly();
            return acknowledged + (int) said.lines().count();
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    /** Lets the writer run on for a moment, so that it is killed within a write and not always right after one. */
    private static void spin(int turns) {
        for (int i = 0; i < turns; i++) {
            Thread.onSpinWait();
        }
    }

    private static void assertWhole(String name, Entry entry) {
        if (!name.equals(WriterProcess.COUNTER)) {
            assertThat(entry.value().revealText()).isEqualTo("value of " + name);
        }
    }

    private static Set<String> expected(int stored) {
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < stored; i++) {
            names.add("w" + i);
        }
        if (stored > 0) {
            names.add(WriterProcess.COUNTER);
        }
        return names;
    }
}
