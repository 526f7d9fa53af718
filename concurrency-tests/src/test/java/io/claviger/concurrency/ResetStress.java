package io.claviger.concurrency;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** C4: when a reset has returned, no later call sees a value fetched before it. */
public final class ResetStress {

    private ResetStress() {}

    @JCStressTest
    @Description("C4: reset() against a load under way")
    @Outcome(
            id = {"1, 2, 2", "2, 2, 2"},
            expect = Expect.ACCEPTABLE,
            desc = "the new value after the reset, either beside it")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the old value after the reset returned")
    @State
    public static class Everything {

        private final Host host = new Host();

        @Actor
        public void reader(III_Result result) {
            result.r1 = host.byHandle();
        }

        @Actor
        public void reset(III_Result result) {
            host.vault.put("one", 2);
            host.manager.cache().reset();
            result.r2 = host.byName();
        }

        @Arbiter
        public void later(III_Result result) {
            result.r3 = host.byHandle();
        }
    }

    @JCStressTest
    @Description("C4: resetName() against reads of a cached value")
    @Outcome(
            id = {"1, 2, 2", "2, 2, 2"},
            expect = Expect.ACCEPTABLE,
            desc = "the new value after the reset, either beside it")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the old value after the reset returned")
    @State
    public static class Name {

        private final Host host = Host.warm();

        @Actor
        public void reader(III_Result result) {
            result.r1 = host.byHandle();
        }

        @Actor
        public void reset(III_Result result) {
            host.vault.put("one", 2);
            host.manager.cache().resetName("user");
            result.r2 = host.byName();
        }

        @Arbiter
        public void later(III_Result result) {
            result.r3 = host.byHandle();
        }
    }
}
