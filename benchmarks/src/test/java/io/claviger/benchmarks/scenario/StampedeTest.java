package io.claviger.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.benchmarks.peer.CamelPeer;
import io.claviger.benchmarks.peer.ClavigerPeer;
import io.claviger.benchmarks.peer.Peer;
import io.claviger.benchmarks.stub.Upstream;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("C3: one upstream read however many callers miss at once")
class StampedeTest {

    private static final int CALLERS = 50;

    @ParameterizedTest
    @EnumSource(Callers.class)
    void callers_onOneColdSecret_causeOneRead(Callers callers) {
        callers.executor().ifPresent(executor -> assertThat(stampede().run(ClavigerPeer::new, executor))
                .isOne());
    }

    @Test
    void callers_ofAPeerThatKeepsNothing_causeOneReadEach() {
        assertThat(run(CamelPeer::new)).isEqualTo(CALLERS);
    }

    @Test
    void caller_whoIsGivenAnotherValue_isNoticed() {
        assertThatThrownBy(() -> run(upstream -> () -> "another")).hasMessageContaining("another value");
    }

    private static int run(Function<Upstream, Peer> opening) {
        return stampede().run(opening, Callers.PLATFORM.executor().orElseThrow());
    }

    private static Stampede stampede() {
        return new Stampede(CALLERS, Duration.ZERO);
    }
}
