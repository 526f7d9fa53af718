package io.claviger.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import io.claviger.tests.planted.rules.Sleeper;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C14: time comes from an injected source, and tests of time never sleep")
class NoSleepTest {

    private static final ArchRule NO_SLEEP = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "is a sleep of a thread", (JavaAccess<?> access) -> isSleep(access.getTarget())));

    private static boolean isSleep(AccessTarget target) {
        return target.getName().equals("sleep")
                && (target.getOwner().isAssignableTo(Thread.class)
                        || target.getOwner().isAssignableTo(TimeUnit.class));
    }

    @Test
    void mainAndTestCode_ofAllModules_neverSleeps() {
        NO_SLEEP.check(Imported.mainAndTest(Reactor.modules()));
    }

    @Test
    void sleep_inAnyForm_isNoticed() {
        assertThat(NO_SLEEP.evaluate(Imported.planted(Sleeper.class))
                        .getFailureReport()
                        .getDetails())
                .hasSize(4);
    }
}
