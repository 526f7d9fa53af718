package io.claviger.testkit.canary.planted;

import io.claviger.testkit.canary.LeakCanary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Gives its secret away to a recording of the whole class. */
public class RecordedLeak {

    @RegisterExtension
    static final LeakCanary CANARY = new LeakCanary();

    @Test
    void exception() {
        try {
            throw new IllegalStateException("The answer was " + CANARY.token());
        } catch (IllegalStateException e) {
            // nobody sees it but the recording
        }
    }
}
