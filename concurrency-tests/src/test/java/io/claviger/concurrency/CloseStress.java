package io.claviger.concurrency;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/** S7: a client is closed exactly once, after the last read in flight, and no session outlives it. */
public final class CloseStress {

    private CloseStress() {}

    @JCStressTest
    @Description("S7: disconnect() against close(), with a session to revoke")
    @Outcome(id = "0, 1, 0, 0", expect = Expect.ACCEPTABLE, desc = "closed once, after the last read; no session left")
    @Outcome(expect = Expect.FORBIDDEN, desc = "closed twice, never or during a read; or a session left")
    @State
    public static class DisconnectAgainstClose {

        private final Host host = Host.warm();

        @Actor
        public void disconnect() {
            host.disconnectUnlessClosed();
        }

        @Actor
        public void close() {
            host.manager.close();
        }

        @Arbiter
        public void after(IIII_Result result) {
            result.r2 = host.vault.closes();
            result.r3 = host.vault.brokenPromises();
            result.r4 = host.vault.sessions();
        }
    }

    @JCStressTest
    @Description("S7: a first read, with its login, against disconnect() and close()")
    @Outcome(
            id = {"0, 1, 0, 0", "1, 1, 0, 0"},
            expect = Expect.ACCEPTABLE,
            desc = "closed once, after the last read; no session left")
    @Outcome(expect = Expect.FORBIDDEN, desc = "closed twice, never or during a read; or a session left")
    @State
    public static class ReadAgainstDisconnect {

        private final Host host = new Host();

        @Actor
        public void read(IIII_Result result) {
            result.r1 = host.unlessClosed();
        }

        @Actor
        public void end() {
            host.manager.disconnect("team");
            host.manager.close();
        }

        @Arbiter
        public void after(IIII_Result result) {
            result.r2 = host.vault.closes();
            result.r3 = host.vault.brokenPromises();
            result.r4 = host.vault.sessions();
        }
    }

    @JCStressTest
    @Description("S7: a read and disconnect() against close()")
    @Outcome(
            id = {"0, 1, 0, 0", "1, 1, 0, 0"},
            expect = Expect.ACCEPTABLE,
            desc = "closed once, after the last read; no session left")
    @Outcome(expect = Expect.FORBIDDEN, desc = "closed twice, never or during a read; or a session left")
    @State
    public static class ReadAndDisconnectAgainstClose {

        private final Host host = new Host();

        @Actor
        public void read(IIII_Result result) {
            result.r1 = host.unlessClosed();
            host.disconnectUnlessClosed();
        }

        @Actor
        public void close() {
            host.manager.close();
        }

        @Arbiter
        public void after(IIII_Result result) {
            result.r2 = host.vault.closes();
            result.r3 = host.vault.brokenPromises();
            result.r4 = host.vault.sessions();
        }
    }

    /** S7, for all three at once. Runs where there are three processors. */
    @JCStressTest
    @Description("S7: disconnect(), close() and a read, all at once")
    @Outcome(
            id = {"0, 1, 0, 0", "1, 1, 0, 0"},
            expect = Expect.ACCEPTABLE,
            desc = "closed once, after the last read; no session left")
    @Outcome(expect = Expect.FORBIDDEN, desc = "closed twice, never or during a read; or a session left")
    @State
    public static class Three {

        private final Host host = new Host();

        @Actor
        public void read(IIII_Result result) {
            result.r1 = host.unlessClosed();
        }

        @Actor
        public void disconnect() {
            host.disconnectUnlessClosed();
        }

        @Actor
        public void close() {
            host.manager.close();
        }

        @Arbiter
        public void after(IIII_Result result) {
            result.r2 = host.vault.closes();
            result.r3 = host.vault.brokenPromises();
            result.r4 = host.vault.sessions();
        }
    }
}
