package io.claviger.testkit.contract;

import io.claviger.testkit.canary.LeakCanary;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** Skips what a vault cannot do, with the reason, and has a canary watch the rest: one for all tests of a class. */
final class ContractExtension
        implements ExecutionCondition,
                TestInstancePostProcessor,
                BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(ContractExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getTestInstances()
                .flatMap(instances -> instances.findInstance(VaultContract.class))
                .flatMap(vault -> reasonToSkip(vault.capabilities(), context))
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("the vault can do it"));
    }

    private static Optional<String> reasonToSkip(Capabilities capabilities, ExtensionContext context) {
        return Stream.concat(
                        needs(context).flatMap(needs -> missing(capabilities, needs)), tooMany(capabilities, context))
                .findFirst();
    }

    private static Stream<String> missing(Capabilities capabilities, Needs needs) {
        return Stream.of(needs.value())
                .flatMap(need ->
                        capabilities.reasonWithout(need).map(reason -> "without " + need + ": " + reason).stream());
    }

    private static Stream<String> tooMany(Capabilities capabilities, ExtensionContext context) {
        return Stream.ofNullable(context.getRequiredTestMethod().getAnnotation(Lacks.class))
                .map(Lacks::value)
                .filter(lack -> capabilities.reasonWithout(lack).isEmpty())
                .map(lack -> "with " + lack + ": for vaults that lack it");
    }

    /** What a nested class needs stands at the abstract class that it extends. */
    private static Stream<Needs> needs(ExtensionContext context) {
        Class<?> group = context.getRequiredTestClass();
        return Stream.of(
                        Optional.ofNullable(context.getRequiredTestMethod().getAnnotation(Needs.class)),
                        Optional.ofNullable(group.getAnnotation(Needs.class)),
                        Optional.ofNullable(group.getSuperclass()).map(parent -> parent.getAnnotation(Needs.class)))
                .flatMap(Optional::stream);
    }

    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) {
        if (instance instanceof VaultContract vault) {
            vault.canary(canary(context));
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        canary(context).beforeAll(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        canary(context).beforeEach(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        canary(context).afterEach(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        canary(context).afterAll(context);
    }

    /** What the store of the outer class holds is found in those of nested classes and tests. */
    private static LeakCanary canary(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(LeakCanary.class, key -> new LeakCanary(), LeakCanary.class);
    }
}
