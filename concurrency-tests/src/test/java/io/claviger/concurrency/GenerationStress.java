package io.claviger.concurrency;

import io.claviger.CredentialSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;
import org.openjdk.jcstress.infra.results.III_Result;

/** C5: nothing of an old generation is seen once the change that ended it has returned. */
public final class GenerationStress {

    private GenerationStress() {}

    @JCStressTest
    @Description("C5: relink() against a load under way")
    @Outcome(
            id = {"1, 2, 2", "2, 2, 2"},
            expect = Expect.ACCEPTABLE,
            desc = "the new target after the change, either beside it")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the old target after the change returned")
    @State
    public static class Relink {

        private final Host host = new Host();

        @Actor
        public void reader(III_Result result) {
            result.r1 = host.byHandle();
        }

        @Actor
        public void change(III_Result result) {
            host.vault.put("two", 2);
            host.manager.relink("user", Host.OTHER_USER);
            result.r2 = host.byName();
        }

        @Arbiter
        public void later(III_Result result) {
            result.r3 = host.byHandle();
        }
    }

    @JCStressTest
    @Description("C5, S7: disconnect() against a load under way")
    @Outcome(
            id = {"0, 0, 0, 0", "1, 0, 0, 0"},
            expect = Expect.ACCEPTABLE,
            desc = "nothing after the disconnect, either beside it")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a value after the disconnect returned")
    @State
    public static class Disconnect {

        private final Host host = new Host();

        @Actor
        public void reader(IIII_Result result) {
            result.r1 = host.byHandle();
        }

        @Actor
        public void change(IIII_Result result) {
            host.manager.disconnect("team");
            result.r2 = host.byName();
        }

        @Arbiter
        public void later(IIII_Result result) {
            result.r3 = host.byHandle();
            result.r4 = host.cached();
        }
    }

    @JCStressTest
    @Description("C5: disconnect() and connect() against a load under way")
    @Outcome(
            id = {"0, 2, 2", "1, 2, 2", "2, 2, 2"},
            expect = Expect.ACCEPTABLE,
            desc = "the new generation after the change, either beside it")
    @Outcome(expect = Expect.FORBIDDEN, desc = "something of the old generation after the change returned")
    @State
    public static class Reconnect {

        private final Host host = new Host();

        @Actor
        public void reader(III_Result result) {
            result.r1 = host.byName();
        }

        @Actor
        public void change(III_Result result) {
            host.manager.disconnect("team");
            host.vault.put("one", 2);
            host.connect();
            result.r2 = host.byName();
        }

        @Arbiter
        public void later(III_Result result) {
            result.r3 = host.byHandle();
        }
    }

    @JCStressTest
    @Description("C5: reauthenticate() against a load under way")
    @Outcome(
            id = {"1, 2, 2", "2, 2, 2"},
            expect = Expect.ACCEPTABLE,
            desc = "the new generation after the change, either beside it")
    @Outcome(expect = Expect.FORBIDDEN, desc = "something of the old generation after the change returned")
    @State
    public static class Reauthenticate {

        private final Host host = new Host();

        @Actor
        public void reader(III_Result result) {
            result.r1 = host.byHandle();
        }

        @Actor
        public void change(III_Result result) {
            host.vault.put("one", 2);
            host.manager.reauthenticate("team", CredentialSource.none());
            result.r2 = host.byName();
        }

        @Arbiter
        public void later(III_Result result) {
            result.r3 = host.byHandle();
        }
    }
}
