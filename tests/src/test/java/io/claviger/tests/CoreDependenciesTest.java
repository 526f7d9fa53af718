package io.claviger.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import io.claviger.tests.planted.rules.Stranger;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §3: core knows no vault product; Guava, Caffeine, SLF4J API, JSpecify, a small JSON parser")
class CoreDependenciesTest {

    private static final ArchRule FEW_LIBRARIES = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.claviger..",
                    "java..",
                    "com.google.common..",
                    "com.github.benmanes.caffeine..",
                    "org.slf4j..",
                    "org.jspecify..",
                    "com.fasterxml.jackson.core..");

    @Test
    void core_usesFiveLibrariesOnly() {
        FEW_LIBRARIES.check(Imported.main(List.of(Reactor.core())));
    }

    @Test
    void core_requiresFiveLibrariesOnly() {
        assertThat(Reactor.core().descriptor().orElseThrow().requires())
                .extracting(ModuleDescriptor.Requires::name)
                .isSubsetOf(
                        "java.base",
                        "com.fasterxml.jackson.core",
                        "com.github.benmanes.caffeine",
                        "com.google.common",
                        "org.jspecify",
                        "org.slf4j");
    }

    @Test
    void use_ofAnotherLibrary_isNoticed() {
        assertThat(FEW_LIBRARIES.evaluate(Imported.planted(Stranger.class)).hasViolation())
                .isTrue();
    }
}
