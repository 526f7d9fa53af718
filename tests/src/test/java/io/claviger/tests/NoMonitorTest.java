package io.claviger.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.tests.planted.locks.Monitors;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C13: no lock is held during I/O; virtual threads never pin: no monitor in core and providers")
class NoMonitorTest {

    @Test
    void coreAndProviders_enterNoMonitor() {
        assertThat(Reactor.libraries()).allSatisfy(module -> assertThat(MonitorSearch.in(module.classes()))
                .as(module.name())
                .isEmpty());
    }

    @Test
    void synchronizedMethodsAndBlocks_areNoticed() throws IOException, URISyntaxException {
        Path here = Path.of(Monitors.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(MonitorSearch.in(here.resolve("io/claviger/tests/planted/locks")))
                .containsExactlyInAnyOrder(
                        "io/claviger/tests/planted/locks/Monitors.method",
                        "io/claviger/tests/planted/locks/Monitors.block");
    }
}
