package io.claviger.testkit.contract;

import org.junit.jupiter.api.DisplayName;

@DisplayName("A small vault behind HTTP keeps the contract of vaults")
class SmallVaultContractTest extends SmallContract {}
