package io.claviger.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import io.claviger.provider.planted.Talkative;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §3: providers see the root and spi only and export one package with at most three public types")
class ProviderSurfaceTest {

    private static final int MOST_TYPES = 3;

    private static final ArchRule SEE_ROOT_AND_SPI_ONLY = noClasses()
            .that()
            .resideInAPackage("io.claviger.provider..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.claviger.event", "io.claviger.internal..")
            .allowEmptyShould(true);

    @Test
    void providers_seeTheRootAndSpiOnly() {
        SEE_ROOT_AND_SPI_ONLY.check(Imported.main(Reactor.providers()));
    }

    @Test
    void providers_exportOnePackageWithAtMostThreeTypes() {
        assertThat(Reactor.providers()).allSatisfy(provider -> assertThat(
                        problems(provider.exportedPackages(), Imported.main(List.of(provider))))
                .as(provider.name())
                .isEmpty());
    }

    @Test
    void providers_areOfNoOtherPackage() {
        assertThat(Reactor.providers()).allSatisfy(provider -> assertThat(Imported.main(List.of(provider)))
                .extracting(JavaClass::getPackageName)
                .allMatch(name -> name.isEmpty() || name.startsWith("io.claviger.provider.")));
    }

    @Test
    void provider_thatListensToEvents_isNoticed() {
        assertThat(SEE_ROOT_AND_SPI_ONLY
                        .evaluate(Imported.planted(Talkative.class))
                        .hasViolation())
                .isTrue();
    }

    @Test
    void provider_withFourPublicTypes_isNoticed() {
        JavaClasses four =
                Imported.planted(Talkative.class, Talkative.First.class, Talkative.Second.class, Talkative.Third.class);

        assertThat(problems(List.of("io.claviger.provider.planted"), four))
                .singleElement()
                .asString()
                .contains("4 public types");
    }

    @Test
    void provider_withTwoExportsOrNone_isNoticed() {
        JavaClasses one = Imported.planted(Talkative.class);

        assertThat(problems(List.of("io.claviger.provider.planted", "another"), one))
                .hasSize(1);
        assertThat(problems(List.of(), one)).hasSize(1);
    }

    private static List<String> problems(List<String> exportedPackages, JavaClasses classes) {
        List<String> problems = new ArrayList<>();
        if (exportedPackages.size() != 1) {
            problems.add("exports " + exportedPackages + " instead of one package");
        }
        List<String> types = publicTypes(exportedPackages, classes).toList();
        if (types.size() > MOST_TYPES) {
            problems.add("exports " + types.size() + " public types instead of three at most: " + types);
        }
        return problems;
    }

    private static Stream<String> publicTypes(List<String> packages, JavaClasses classes) {
        return classes.stream()
                .filter(type -> packages.contains(type.getPackageName()))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getName);
    }
}
