package io.claviger.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Operation;
import io.claviger.Reason;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sequences are worth something: steps meet, and everything that can be told of a read is told")
class SequenceMixTest {

    private static final long SEQUENCES = 600;
    private static final int MANY = 100;

    private final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    private final Set<Operation> refused = EnumSet.noneOf(Operation.class);
    private final Map<Class<?>, Integer> done = new HashMap<>();
    private int cached;
    private int fetched;

    @Test
    void sequences_ofManySeeds_haveReadsOfEveryKindAndChangesThatAreMade() {
        for (long seed = 0; seed < SEQUENCES; seed++) {
            count(new Seed(seed).trial(UnaryOperator.identity()));
        }
        assertThat(cached).isGreaterThan(MANY);
        assertThat(fetched).isGreaterThan(MANY);
        assertThat(reasons.keySet())
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(
                        // causes that other tests have: these vaults have one version and are not that busy
                        Reason.VERSION_NOT_FOUND, Reason.THROTTLED, Reason.DISABLED_IN_VAULT)));
        assertThat(refused)
                .containsAll(EnumSet.complementOf(EnumSet.of(
                        // these sequences neither exchange a setup nor run scripts
                        Operation.EXPORT_SETUP,
                        Operation.IMPORT_SETUP,
                        Operation.USE_SCRIPT,
                        Operation.ALLOW_SCRIPTS,
                        Operation.DENY_SCRIPTS,
                        Operation.RESET_SCRIPTS)));
        assertThat(done.keySet())
                .contains(
                        RelinkStep.class,
                        ActorSteps.Forget.class,
                        LinkSteps.HandOver.class,
                        LinkSteps.Restrict.class,
                        IntegrationSteps.Share.class,
                        IntegrationSteps.Disconnect.class,
                        CacheSteps.Store.class,
                        CacheSteps.ResetName.class);
    }

    private void count(Trial trial) {
        try (Subject subject = new Subject(trial.options(), UnaryOperator.identity())) {
            for (Step step : trial.steps()) {
                Observed seen = subject.observe(step);
                if (seen.answer() instanceof Answer.Results results) {
                    results.each().values().forEach(shown -> count(shown, seen));
                } else if (seen.answer() instanceof Answer.Refused refusal) {
                    refused.add(refusal.operation());
                } else if (seen.answer() instanceof Answer.Done) {
                    done.merge(step.getClass(), 1, Integer::sum);
                }
            }
        }
    }

    private void count(String shown, Observed seen) {
        if (!shown.startsWith(Secrets.MARK)) {
            reasons.merge(Reason.valueOf(shown), 1, Integer::sum);
        } else if (seen.contacts().isEmpty()) {
            cached++;
        } else {
            fetched++;
        }
    }
}
