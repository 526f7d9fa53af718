package io.claviger.testkit.contract;

import io.claviger.spi.VaultProvider;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of a provider with the flaw that the run names: run by a test of the contract, and by nobody else. */
class FlawedContract extends ScriptedContract {

    static final String FLAW = "claviger.flaw";

    private Flaw flaw;

    @RegisterExtension
    final BeforeEachCallback choice =
            context -> flaw = Flaws.of(context.getConfigurationParameter(FLAW).orElseThrow());

    @Override
    protected VaultProvider provider() {
        return new FlawedVault(super.provider(), flaw);
    }
}
