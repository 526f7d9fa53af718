package io.claviger.model;

import io.claviger.Operation;
import io.claviger.Reason;
import java.util.Map;
import java.util.TreeMap;

/** What somebody was answered. */
sealed interface Answer {

    Answer DONE = new Done("");
    Answer INVALID = new Invalid();

    static Answer done(Object detail) {
        return new Done(detail.toString());
    }

    static Answer refused(Operation operation) {
        return new Refused(operation);
    }

    /** A failure of a management operation, whatever it names as its subject. */
    static Answer failed(Reason reason) {
        return new Failed(Map.of(Failed.WHOLE, reason.name()));
    }

    /** It was done. */
    record Done(String detail) implements Answer {}

    /** The actor may not do it. */
    record Refused(Operation operation) implements Answer {}

    /** It does not fit what there is. */
    record Invalid() implements Answer {}

    /** It could not be done now: what failed, with the reason of each. */
    record Failed(Map<String, String> reasons) implements Answer {

        static final String WHOLE = "it";

        public Failed {
            reasons = new TreeMap<>(reasons);
        }
    }

    /** What became of each thing that was asked for: its value or the name of a reason. */
    record Results(Map<String, String> each) implements Answer {

        public Results {
            each = new TreeMap<>(each);
        }
    }
}
