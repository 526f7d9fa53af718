package io.claviger.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C14, C15: everything that falls due is done in time, by one timer, awake or asleep")
class AgendaTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualTime time = new ManualTime();
    private final LifeClock clock = new LifeClock(time);
    private final Agenda agenda = new Agenda(time, clock);
    private final List<String> done = new ArrayList<>();

    @Test
    void task_atItsTime_isRunOnceAndNotBefore() {
        add("task", Duration.ofMillis(1500));
        time.advance(Duration.ofMillis(1500).minusNanos(1));
        assertThat(done).isEmpty();

        time.advance(Duration.ofNanos(1));
        assertThat(done).containsExactly("task");
        time.advance(Duration.ofMinutes(1));
        assertThat(done).hasSize(1);
    }

    @Test
    void tasks_addedInAnyOrder_areRunInTheOrderOfTheirTimes() {
        add("third", Duration.ofSeconds(3));
        add("first", SECOND);
        add("second", Duration.ofSeconds(2));
        add("second too", Duration.ofSeconds(2));

        time.advance(Duration.ofSeconds(3));

        assertThat(done).containsExactly("first", "second", "second too", "third");
    }

    @Test
    void tasks_thatFellDueAsleep_areRunInOrderWithinASecond() {
        add("later", Duration.ofMinutes(2));
        add("sooner", Duration.ofMinutes(1));
        add("not yet", Duration.ofHours(1));
        time.suspend(Duration.ofMinutes(10));
        assertThat(done).isEmpty();

        time.advance(SECOND);

        assertThat(done).containsExactly("sooner", "later");
    }

    @Test
    void task_thatIsPast_isRunByTheTimerAndNotByTheCaller() {
        add("past", SECOND.negated());
        assertThat(done).isEmpty();

        time.advance(Duration.ZERO);

        assertThat(done).containsExactly("past");
    }

    @Test
    void cancelledTask_isNotRunAndKeepsNoTimer() {
        Agenda.Item item = add("cancelled", SECOND);
        assertThat(time.scheduled()).isEqualTo(1);

        agenda.cancel(item);

        assertThat(time.scheduled()).isZero();
        time.advance(SECOND);
        assertThat(done).isEmpty();
        agenda.cancel(item);
        agenda.cancel(null);
    }

    @Test
    void cancelledTask_leavesOthersOfTheSameTime() {
        Agenda.Item first = add("first", SECOND);
        add("second", SECOND);
        agenda.cancel(first);

        time.advance(SECOND);

        assertThat(done).containsExactly("second");
    }

    @Test
    void clear_always_leavesNothing() {
        add("a", SECOND);
        add("b", Duration.ofHours(1));

        agenda.clear();

        assertThat(time.scheduled()).isZero();
        time.advance(Duration.ofHours(1));
        assertThat(done).isEmpty();
    }

    @Test
    void taskThatFails_leavesTheOthersOfTheSameTimeAndThoseAfter() {
        var unused = agenda.at(at(SECOND), () -> {
            throw new IllegalStateException("broken");
        });
        add("same time", SECOND);
        add("after", Duration.ofSeconds(5));

        time.advance(Duration.ofSeconds(5));

        assertThat(done).containsExactly("same time", "after");
    }

    @Test
    void taskThatAddsAnother_hasThatRunAtItsTime() {
        var unused = agenda.at(at(SECOND), () -> add("child", SECOND));

        time.advance(SECOND);
        assertThat(done).isEmpty();
        time.advance(SECOND);
        assertThat(done).containsExactly("child");
    }

    @Test
    void agenda_howeverFull_hasOneTimerAndWakesOnceASecond() {
        for (int i = 0; i < 1000; i++) {
            add("task", Duration.ofHours(1).plusMillis(i));
        }
        assertThat(time.scheduled()).isEqualTo(1);

        time.advance(Duration.ofMinutes(1));

        assertThat(time.scheduled()).isEqualTo(1);
        assertThat(time.wakeUps()).isBetween(59, 61);
    }

    @Test
    void agenda_withNothingOnIt_doesNotWake() {
        add("only", SECOND);
        time.advance(SECOND);
        int wakeUps = time.wakeUps();

        time.advance(Duration.ofHours(1));

        assertThat(time.scheduled()).isZero();
        assertThat(time.wakeUps()).isEqualTo(wakeUps);
    }

    @Test
    void monotonicClock_thatWrapsAround_changesNothing() {
        assertThat(time.nanoTime()).isPositive();
        add("before", Duration.ofMinutes(20));
        add("after", Duration.ofMinutes(40));

        time.advance(Duration.ofMinutes(39));
        assertThat(time.nanoTime()).as("the clock of this test wraps around").isNegative();
        assertThat(done).containsExactly("before");

        time.advance(Duration.ofMinutes(1));
        assertThat(done).containsExactly("before", "after");
    }

    @Test
    void roundedUp_always_isTheNextWholeSecondOfTheAgenda() {
        long now = clock.nanos();
        long second = SECOND.toNanos();
        assertThat(agenda.roundedUp(now) - now).isZero();
        assertThat(agenda.roundedUp(now + 1) - now).isEqualTo(second);
        assertThat(agenda.roundedUp(now + second) - now).isEqualTo(second);
        assertThat(agenda.roundedUp(now + second + 1) - now).isEqualTo(2 * second);
    }

    private long at(Duration in) {
        return clock.nanos() + in.toNanos();
    }

    private Agenda.Item add(String name, Duration in) {
        return agenda.at(at(in), () -> done.add(name));
    }
}
