package io.claviger.benchmarks;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Numbers without order, cheaper than what they choose. */
@State(Scope.Thread)
public class RandomIndex {

    private int state = 0x9E3779B9;

    /** Returns the next number, not negative. */
    public int next() {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        return state & Integer.MAX_VALUE;
    }
}
