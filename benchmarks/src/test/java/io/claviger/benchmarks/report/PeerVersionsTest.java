package io.claviger.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;

class PeerVersionsTest {

    @Test
    void versions_comeFromTheNamesOfTheJars() {
        assertThat(PeerVersions.of(String.join(
                        File.pathSeparator, "/a/commons-text-1.2.jar", "/a/classes", "/b/caffeine-3.4-rc.jar")))
                .isEqualTo("caffeine 3.4-rc, commons-text 1.2");
    }
}
