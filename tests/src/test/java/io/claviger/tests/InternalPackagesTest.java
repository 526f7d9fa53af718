package io.claviger.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import io.claviger.tests.planted.rules.Intruder;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §3: the inside of the core is nobody else's")
class InternalPackagesTest {

    private static final ArchRule USE_NO_INTERNALS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.claviger.internal..")
            .allowEmptyShould(true);

    @Test
    void internal_isUsedByNoOtherModule() {
        List<ReactorModule> others =
                Reactor.modules().stream().filter(module -> !module.isCore()).toList();

        USE_NO_INTERNALS.check(Imported.mainAndTest(others));
    }

    @Test
    void internal_isNotExported() {
        assertThat(Reactor.core().exportedPackages())
                .containsExactly("io.claviger", "io.claviger.event", "io.claviger.spi");
    }

    @Test
    void use_ofInternals_isNoticed() {
        assertThat(USE_NO_INTERNALS.evaluate(Imported.planted(Intruder.class)).hasViolation())
                .isTrue();
    }
}
