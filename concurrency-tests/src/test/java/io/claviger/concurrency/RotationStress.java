package io.claviger.concurrency;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** C10: all fields of one call come from one snapshot, though the secret is rotated meanwhile. */
public final class RotationStress {

    private RotationStress() {}

    @JCStressTest
    @Description("C10: resolveAll() of user and password against their rotation")
    @Outcome(
            id = {"11, 22", "22, 22"},
            expect = Expect.ACCEPTABLE,
            desc = "user and password match")
    @Outcome(expect = Expect.FORBIDDEN, desc = "user and password of two reads")
    @State
    public static class ResolveAll {

        private final Host host = Host.warm();

        @Actor
        public void reader(II_Result result) {
            result.r1 = host.pair();
        }

        @Actor
        public void rotation() {
            host.vault.put("one", 2);
            host.manager.cache().resetName("password");
        }

        @Arbiter
        public void later(II_Result result) {
            result.r2 = host.pair();
        }
    }

    @JCStressTest
    @Description("C10: render() of user and password against their rotation")
    @Outcome(
            id = {"11, 22", "22, 22"},
            expect = Expect.ACCEPTABLE,
            desc = "user and password match")
    @Outcome(expect = Expect.FORBIDDEN, desc = "user and password of two reads")
    @State
    public static class Render {

        private final Host host = Host.warm();

        @Actor
        public void reader(II_Result result) {
            result.r1 = host.rendered();
        }

        @Actor
        public void rotation() {
            host.vault.put("one", 2);
            host.manager.cache().resetName("password");
        }

        @Arbiter
        public void later(II_Result result) {
            result.r2 = host.rendered();
        }
    }
}
