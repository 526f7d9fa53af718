package io.claviger.concurrency;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;
import org.openjdk.jcstress.infra.results.III_Result;

/** C3: one upstream read per secret, however many callers miss it at once. */
public final class ColdMissStress {

    private ColdMissStress() {}

    @JCStressTest
    @Description("C3: one upstream read for two who miss at once")
    @Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "both see the value of one read")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a second read, or a value lost")
    @State
    public static class Pair {

        private final Host host = new Host();

        @Actor
        public void name(III_Result result) {
            result.r1 = host.byName();
        }

        @Actor
        public void handle(III_Result result) {
            result.r2 = host.byHandle();
        }

        @Arbiter
        public void reads(III_Result result) {
            result.r3 = host.vault.reads();
        }
    }

    /** C3, for three who miss at once. Runs where there are three processors. */
    @JCStressTest
    @Description("C3: one upstream read for three who miss at once, by name, handle and reference")
    @Outcome(id = "1, 1, 1, 1", expect = Expect.ACCEPTABLE, desc = "all see the value of one read")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a second read, or a value lost")
    @State
    public static class Three {

        private final Host host = new Host();

        @Actor
        public void name(IIII_Result result) {
            result.r1 = host.byName();
        }

        @Actor
        public void handle(IIII_Result result) {
            result.r2 = host.byHandle();
        }

        @Actor
        public void reference(IIII_Result result) {
            result.r3 = host.byReference();
        }

        @Arbiter
        public void reads(IIII_Result result) {
            result.r4 = host.vault.reads();
        }
    }
}
