package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

@DisplayName("A flawed provider is caught by the group of the contract that is for its flaw")
class ContractCatchesFlawsTest {

    static Stream<String> flaws() {
        return Flaws.ALL.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void contract_ofAFlawedProvider_fails(String flaw) {
        assertCaught(run(group(FlawedContract.class, Flaws.ALL.get(flaw).group()), flaw));
    }

    @ParameterizedTest
    @EnumSource
    void contract_ofAFlawedProviderOfAServer_fails(SmallFlaw flaw) {
        assertCaught(run(group(FlawedSmallContract.class, flaw.group()), flaw.name()));
    }

    @Test
    @DisplayName("the same provider without a flaw keeps the contract")
    void contract_withoutAFlaw_isKept() {
        run(selectClass(FlawedContract.class), Flaws.NONE)
                .testEvents()
                .assertStatistics(statistics -> statistics.failed(0).aborted(0));
    }

    @Test
    @DisplayName("what is skipped is reported with the reason")
    void contract_ofAVaultThatLacksSomething_saysWhatAndWhy() {
        EngineExecutionResults results =
                run(group(FlawedContract.class, VaultContract.MalformedReplies.class), Flaws.NONE);

        assertThat(results.testEvents().skipped().list())
                .isNotEmpty()
                .extracting(event -> event.getRequiredPayload(String.class))
                .containsOnly("without MALFORMED_REPLIES: it answers by objects");
    }

    @Test
    @DisplayName("there is a flaw for every group")
    void groups_haveAFlawEach() {
        Set<Class<?>> caught = Stream.concat(
                        Flaws.ALL.values().stream().map(Flaws.Planted::group),
                        Stream.of(SmallFlaw.values()).map(SmallFlaw::group))
                .collect(Collectors.toSet());

        assertThat(Stream.of(VaultContract.class, HttpVaultContract.class)
                        .flatMap(contract -> Stream.of(contract.getDeclaredClasses()))
                        .filter(type -> type.isAnnotationPresent(Nested.class)))
                .hasSizeGreaterThan(20)
                .allMatch(caught::contains);
    }

    private static DiscoverySelector group(Class<?> contract, Class<?> group) {
        return selectNestedClass(List.of(contract), group);
    }

    private static EngineExecutionResults run(DiscoverySelector tests, String flaw) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(tests)
                .configurationParameter(FlawedContract.FLAW, flaw)
                .execute();
    }

    private static void assertCaught(EngineExecutionResults results) {
        assertThat(results.testEvents().failed().count())
                .as("tests of the group that fail")
                .isPositive();
    }
}
