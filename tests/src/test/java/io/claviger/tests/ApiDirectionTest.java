package io.claviger.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import io.claviger.IntegrationManagerBuilder;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §3: spi and event depend on the root, never back")
class ApiDirectionTest {

    private static final ArchRule ROOT_NAMES_NEITHER = noClasses()
            .that()
            .resideInAPackage("io.claviger")
            .and()
            .doNotBelongToAnyOf(IntegrationManagerBuilder.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.claviger.spi", "io.claviger.event");

    private static final ArchRule SPI_STANDS_ON_THE_ROOT = classes()
            .that()
            .resideInAPackage("io.claviger.spi")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.claviger", "io.claviger.spi", "java..", "org.jspecify..");

    // an audit record writes itself as a line of JSON: that package knows none of the others' types
    private static final ArchRule EVENT_STANDS_ON_THE_ROOT = classes()
            .that()
            .resideInAPackage("io.claviger.event")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.claviger", "io.claviger.event", "io.claviger.internal.json", "java..", "org.jspecify..");

    private final JavaClasses core = Imported.main(List.of(Reactor.core()));

    @Test
    void root_exceptItsBuilder_namesNeitherSpiNorEvent() {
        ROOT_NAMES_NEITHER.check(core);
    }

    @Test
    void spi_dependsOnTheRootOnly() {
        SPI_STANDS_ON_THE_ROOT.check(core);
    }

    @Test
    void event_dependsOnTheRootOnly() {
        EVENT_STANDS_ON_THE_ROOT.check(core);
    }

    @Test
    @DisplayName("the builder is an exception because it does name spi and event")
    void builder_isNoNeedlessException() {
        assertThat(core.get(IntegrationManagerBuilder.class).getDirectDependenciesFromSelf())
                .extracting(dependency -> dependency.getTargetClass().getPackageName())
                .contains("io.claviger.spi", "io.claviger.event");
    }
}
