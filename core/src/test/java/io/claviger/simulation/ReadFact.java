package io.claviger.simulation;

import io.claviger.simulation.DayLog.Line;
import io.claviger.simulation.Happening.Answer;
import java.time.Duration;

/** One read of a vault, put together from what the log says of it. */
final class ReadFact {

    private final int number;
    private final String secret;
    private final int session;
    private final Line start;
    private Line end;
    private Answer answer;
    private boolean late;
    private boolean nothingCreated;
    private boolean minted;
    private long lifetime = Long.MAX_VALUE;
    private long announcedEnd = Long.MAX_VALUE;

    ReadFact(int number, String secret, int session, Line start) {
        this.number = number;
        this.secret = secret;
        this.session = session;
        this.start = start;
        this.end = start;
        this.answer = Answer.UNAVAILABLE;
    }

    void ended(Line line, Happening.ReadEnded how) {
        end = line;
        answer = how.answer();
        late = how.late();
        nothingCreated = how.nothingCreated();
    }

    void announced(Duration length) {
        lifetime = Math.min(lifetime, length.toNanos());
        announcedEnd = start.at().life() + length.toNanos();
    }

    void minted(Duration length) {
        minted = true;
        lifetime = Math.min(lifetime, length.toNanos());
    }

    int number() {
        return number;
    }

    String secret() {
        return secret;
    }

    int session() {
        return session;
    }

    Line start() {
        return start;
    }

    Line end() {
        return end;
    }

    Answer answer() {
        return answer;
    }

    /** Nobody waited for its answer any more. */
    boolean late() {
        return late;
    }

    boolean given() {
        return answer == Answer.GIVEN && !late;
    }

    /** The vault said in time that the secret is not there or not for us. */
    boolean definite() {
        return answer == Answer.DEFINITE && !late;
    }

    /** It gave no answer that says anything of the secret. */
    boolean passing() {
        return late || answer.passing();
    }

    boolean nothingCreated() {
        return nothingCreated;
    }

    /** The vault made a credential for it, whether or not its answer arrived. */
    boolean minted() {
        return minted;
    }

    /** When the vault has announced the end of what it brought. */
    long announcedEnd() {
        return announcedEnd;
    }

    /** How long what it brought lasts by itself, renewals not counted. */
    long lifetime() {
        return lifetime;
    }

    @Override
    public String toString() {
        return "read " + number + " of " + secret + " (#" + start.step() + " to #" + end.step() + ", " + answer
                + (late ? ", late" : "") + ")";
    }
}
