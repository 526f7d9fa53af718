package io.claviger.testkit.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.TimeSource.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C14: time passes only when a test moves it")
class VirtualTimeTest {

    private final VirtualTime time = new VirtualTime();
    private final List<String> ran = new ArrayList<>();

    @Test
    void advance_pastTasks_runsThemInOrderAtTheirTime() {
        Instant start = time.now();
        time.schedule(Duration.ofSeconds(2), () -> ran.add("second at " + Duration.between(start, time.now())));
        time.schedule(Duration.ofSeconds(1), () -> ran.add("first at " + Duration.between(start, time.now())));
        time.schedule(Duration.ofSeconds(4), () -> ran.add("too late"));

        time.advance(Duration.ofSeconds(3));

        assertThat(ran).containsExactly("first at PT1S", "second at PT2S");
        assertThat(Duration.between(start, time.now())).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void advance_pastCancelledTask_doesNotRunIt() {
        Timer timer = time.schedule(Duration.ofSeconds(1), () -> ran.add("cancelled"));
        timer.cancel();

        time.advance(Duration.ofSeconds(2));

        assertThat(ran).isEmpty();
    }

    @Test
    void advance_byTaskThatLetsTimePassItself_neverGoesBack() {
        time.schedule(Duration.ofSeconds(1), () -> time.advance(Duration.ofSeconds(10)));
        long before = time.nanoTime();

        time.advance(Duration.ofSeconds(2));

        assertThat(Duration.ofNanos(time.nanoTime() - before)).isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void suspend_machine_movesTheWallClockAlone() {
        long before = time.nanoTime();
        Instant wall = time.now();

        time.suspend(Duration.ofHours(1));

        assertThat(time.nanoTime()).isEqualTo(before);
        assertThat(time.now()).isEqualTo(wall.plusSeconds(3600));
    }
}
