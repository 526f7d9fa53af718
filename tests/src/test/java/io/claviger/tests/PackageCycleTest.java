package io.claviger.tests;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.claviger.IntegrationManagerBuilder;
import io.claviger.tests.planted.cycle.one.Hen;
import io.claviger.tests.planted.cycle.two.Egg;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §3: no package cycles")
class PackageCycleTest {

    // the deliberate exception: who starts at the root is led inside, and the builder takes what providers and
    // listeners are
    private static final ArchRule NO_CYCLES = slices().assignedFrom(new OnePerPackage())
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage("io.claviger"), resideInAPackage("io.claviger.internal.."))
            .ignoreDependency(
                    type(IntegrationManagerBuilder.class), resideInAnyPackage("io.claviger.spi", "io.claviger.event"));

    @Test
    void packages_ofAllModules_haveNoCycle() {
        NO_CYCLES.check(Imported.main(Reactor.modules()));
    }

    @Test
    void twoPackages_thatNameEachOther_areNoticed() {
        assertThat(NO_CYCLES
                        .evaluate(Imported.planted(Hen.class, Egg.class))
                        .getFailureReport()
                        .getDetails())
                .singleElement()
                .asString()
                .contains("planted.cycle.one", "planted.cycle.two");
    }

    private static final class OnePerPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return javaClass.getPackageName().startsWith("io.claviger")
                    ? SliceIdentifier.of(javaClass.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "each package of Claviger";
        }
    }
}
