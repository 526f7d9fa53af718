package io.claviger.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import io.claviger.tests.planted.nulls.Unmarked;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "Design §3, §14: every jar has a module-info, every exported package is null-marked and documented in full")
class ExportedPackagesTest {

    @Test
    void jars_haveAModuleDescriptorOfTheirName() {
        assertThat(Reactor.published())
                .allSatisfy(module ->
                        assertThat(module.descriptor().orElseThrow().name()).startsWith("io.claviger."));
    }

    @Test
    void exportedPackages_areNullMarked() {
        assertThat(Reactor.published())
                .allSatisfy(module -> assertThat(unmarked(module.exportedPackages(), Imported.main(List.of(module))))
                        .isEmpty());
    }

    @Test
    @DisplayName(
            "javac checks the documentation of every exported package (property claviger.documented of the root pom)")
    void exportedPackages_areCheckedForDocumentation() {
        Set<String> checked = Set.of(System.getProperty("claviger.documented").split(","));

        assertThat(Reactor.published())
                .allSatisfy(module -> assertThat(module.exportedPackages()).isSubsetOf(checked));
    }

    @Test
    void package_thatIsNotNullMarked_isNoticed() {
        String name = Unmarked.class.getPackageName();

        assertThat(unmarked(List.of(name), Imported.planted(Unmarked.class))).containsExactly(name);
    }

    private static List<String> unmarked(List<String> packages, JavaClasses classes) {
        return packages.stream()
                .filter(name -> !isNullMarked(classes.getPackage(name)))
                .toList();
    }

    private static boolean isNullMarked(JavaPackage javaPackage) {
        return javaPackage.isAnnotatedWith(NullMarked.class);
    }
}
