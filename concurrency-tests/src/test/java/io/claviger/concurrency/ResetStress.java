package io.claviger.concurrency;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

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

    @JCStressTest
    @Description("C4, C6: reset() against a refresh that a hit starts")
    @Outcome(
            id = {"1, 2, 2", "2, 2, 2"},
            expect = Expect.ACCEPTABLE,
            desc = "the new value after the reset, either beside it")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the old value after the reset returned")
    @State
    public static class Refresh {

        private final Host host = Host.refreshDue();

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
    @Description("C4: reset() against another reset() of a cached value")
    @Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "the new value after the reset")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the old value after the reset returned")
    @State
    public static class Resets {

        private final Host host = Host.warm();

        @Actor
        public void other() {
            host.manager.cache().reset();
        }

        @Actor
        public void reset(II_Result result) {
            host.vault.put("one", 2);
            host.manager.cache().reset();
            result.r1 = host.byName();
        }

        @Arbiter
        public void later(II_Result result) {
            result.r2 = host.byHandle();
        }
    }

    @JCStressTest
    @Description("C4, C5: disconnect() against a reset() of a cached value")
    @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "nothing after the disconnect")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a value after the disconnect returned")
    @State
    public static class Disconnect {

        private final Host host = Host.warm();

        @Actor
        public void other() {
            host.manager.cache().reset();
        }

        @Actor
        public void disconnect(II_Result result) {
            host.manager.disconnect("team");
            result.r1 = host.byName();
        }

        @Arbiter
        public void later(II_Result result) {
            result.r2 = host.byHandle();
        }
    }
}
