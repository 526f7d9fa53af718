package io.claviger.concurrency;

import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/** C5, C6: what a read or refresh under way brings after a disconnect goes nowhere. */
public final class ComebackStress {

    // beyond the expiration of 60 minutes
    private static final Duration EXPIRED = Duration.ofMinutes(61);

    private ComebackStress() {}

    @JCStressTest
    @Description("C5, C6: a hit that is due for a refresh, against disconnect()")
    @Outcome(
            id = {"0, 0, 0, 2", "1, 0, 0, 2"},
            expect = Expect.ACCEPTABLE,
            desc = "nothing came back; the new value once it is connected again")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a value that came back after the disconnect")
    @State
    public static class Refresh {

        private final Host host = Host.refreshDue();

        @Actor
        public void reader(IIII_Result result) {
            result.r1 = host.byHandle();
        }

        @Actor
        public void disconnect() {
            host.manager.disconnect("team");
        }

        @Arbiter
        public void later(IIII_Result result) {
            result.r2 = host.byName();
            result.r3 = host.cached();
            host.vault.put("one", 2);
            host.connect();
            result.r4 = host.byHandle();
        }
    }

    @JCStressTest
    @Description("C2, C5: a value that expires and is read again, against disconnect()")
    @Outcome(
            id = {"0, 0, 0, 2", "1, 0, 0, 2"},
            expect = Expect.ACCEPTABLE,
            desc = "nothing came back; the new value once it is connected again")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a value that came back after the disconnect")
    @State
    public static class Expiry {

        private final Host host = Host.warm();

        @Actor
        public void reader(IIII_Result result) {
            host.time.jump(EXPIRED);
            result.r1 = host.byHandle();
        }

        @Actor
        public void disconnect() {
            host.manager.disconnect("team");
        }

        @Arbiter
        public void later(IIII_Result result) {
            result.r2 = host.byName();
            result.r3 = host.cached();
            host.vault.put("one", 2);
            host.connect();
            result.r4 = host.byHandle();
        }
    }

    @JCStressTest
    @Description("C4, C5: a value that is reset and read again, against disconnect()")
    @Outcome(
            id = {"0, 0, 0, 2", "1, 0, 0, 2"},
            expect = Expect.ACCEPTABLE,
            desc = "nothing came back; the new value once it is connected again")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a value that came back after the disconnect")
    @State
    public static class Reset {

        private final Host host = Host.warm();

        @Actor
        public void reader(IIII_Result result) {
            host.manager.cache().reset();
            result.r1 = host.byHandle();
        }

        @Actor
        public void disconnect() {
            host.manager.disconnect("team");
        }

        @Arbiter
        public void later(IIII_Result result) {
            result.r2 = host.byName();
            result.r3 = host.cached();
            host.vault.put("one", 2);
            host.connect();
            result.r4 = host.byHandle();
        }
    }
}
