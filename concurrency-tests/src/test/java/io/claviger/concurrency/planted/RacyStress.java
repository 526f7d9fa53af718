package io.claviger.concurrency.planted;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** Caches that break C3 and C4, to see that the harness notices. */
public final class RacyStress {

    private RacyStress() {}

    @JCStressTest
    @Description("breaks C3: checks and then loads")
    @Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "both see the value of one read")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a second read")
    @State
    public static class CheckThenLoad {

        private final RacyCache cache = new RacyCache();

        @Actor
        public void one(III_Result result) {
            result.r1 = cache.get();
        }

        @Actor
        public void other(III_Result result) {
            result.r2 = cache.get();
        }

        @Arbiter
        public void reads(III_Result result) {
            result.r3 = cache.reads();
        }
    }

    @JCStressTest
    @Description("breaks C4: a load under way outlives a reset")
    @Outcome(
            id = {"1, 2", "2, 2"},
            expect = Expect.ACCEPTABLE,
            desc = "the new value after the reset")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the old value after the reset returned")
    @State
    public static class ResetBesideLoad {

        private final RacyCache cache = new RacyCache();

        @Actor
        public void reader(II_Result result) {
            result.r1 = cache.get();
        }

        @Actor
        public void reset() {
            cache.change();
            cache.reset();
        }

        @Arbiter
        public void later(II_Result result) {
            result.r2 = cache.get();
        }
    }
}
