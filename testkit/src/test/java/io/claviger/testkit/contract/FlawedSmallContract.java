package io.claviger.testkit.contract;

import java.util.Set;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of a provider with the flaw that the run names: run by a test of the contract, and by nobody else. */
class FlawedSmallContract extends SmallContract {

    private SmallFlaw flaw;

    @RegisterExtension
    final BeforeEachCallback choice = context -> flaw = SmallFlaw.valueOf(
            context.getConfigurationParameter(FlawedContract.FLAW).orElseThrow());

    @Override
    Set<SmallFlaw> flaws() {
        return Set.of(flaw);
    }
}
