package io.claviger.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §10: discovery initialises no provider")
class StartUpTest {

    @Test
    void start_withProvidersOnThePath_initialisesNoneOfTheirClasses() {
        assertThat(StartUp.initialisedProviderClasses()).isEmpty();
    }

    @Test
    void initialisedClasses_inTheLogOfAVirtualMachine_areFound() {
        List<String> log = new ChildJvm("-Xlog:class+init=info").run(StartUp.class);

        assertThat(StartUp.initialised(log, "io.claviger.")).contains("io.claviger.IntegrationManagerBuilder");
    }
}
