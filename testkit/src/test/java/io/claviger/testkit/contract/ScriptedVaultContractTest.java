package io.claviger.testkit.contract;

import org.junit.jupiter.api.DisplayName;

@DisplayName("The scriptable vault keeps the contract of vaults")
class ScriptedVaultContractTest extends ScriptedContract {}
