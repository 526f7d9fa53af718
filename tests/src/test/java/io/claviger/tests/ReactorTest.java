package io.claviger.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rules see every module of the build")
class ReactorTest {

    @Test
    void modules_beginWithCoreAndEndWithTheTests() {
        assertThat(Reactor.modules())
                .extracting(ReactorModule::name)
                .startsWith("core")
                .endsWith("tests")
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName(
            "every module is built before the rules look at it: if one is not, make it a dependency in tests/pom.xml")
    void modules_areBuiltBeforeTheRulesLook() {
        assertThat(Reactor.modules())
                .filteredOn(ReactorModule::hasSources)
                .allSatisfy(module -> assertThat(module.classes()).isDirectory());
    }

    @Test
    void classes_ofCore_areFound() {
        assertThat(Imported.main(Reactor.libraries()).contain("io.claviger.IntegrationManager"))
                .isTrue();
    }
}
