package io.claviger.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.internal.event.EventBus;
import io.claviger.support.LogCapture;
import io.claviger.support.ManualTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §8: whoever publishes never waits; lost events are counted, and listeners are told how many")
class LostEventsTest {

    private static final int MOST_WAITING = 10_000;

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<VaultEvent> events = new ArrayList<>();

    private static void publish(EventBus bus, int number) {
        IntStream.range(0, number)
                .forEach(i -> bus.publish(
                        bus.event(VaultEvent.Type.LOAD, VaultEvent.Outcome.DONE).name("n" + i)));
    }

    private void runAll() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    @Test
    void events_beyondTheQueue_areCountedAndToldOfOnce() {
        EventBus bus = new EventBus(List.of(events::add), tasks::add, new ManualTime());
        publish(bus, MOST_WAITING + 5);
        runAll();
        publish(bus, 1);
        runAll();

        assertThat(events).hasSize(MOST_WAITING + 2);
        assertThat(events.get(MOST_WAITING - 1).name()).contains("n9999");
        VaultEvent lost = events.get(MOST_WAITING);
        assertThat(lost.type()).isEqualTo(VaultEvent.Type.EVENTS_LOST);
        assertThat(lost.count()).hasValue(5);
        assertThat(events.get(MOST_WAITING + 1).type()).isEqualTo(VaultEvent.Type.LOAD);
    }

    @Test
    @DisplayName("while events keep coming faster than they are told, losses are told of all the same")
    void losses_whileTheQueueNeverEmpties_areToldOf() {
        List<EventBus> self = new ArrayList<>();
        EventBus bus = new EventBus(
                List.of(event -> {
                    events.add(event);
                    if (events.size() < 2 * MOST_WAITING) {
                        publish(self.get(0), 2);
                    }
                }),
                tasks::add,
                new ManualTime());
        self.add(bus);
        publish(bus, MOST_WAITING);
        tasks.remove().run();

        assertThat(events).hasSize(MOST_WAITING + 1);
        assertThat(events.get(MOST_WAITING).type()).isEqualTo(VaultEvent.Type.EVENTS_LOST);
        assertThat(events.get(MOST_WAITING).count()).hasValue(MOST_WAITING);
    }

    @Test
    void executor_thatThrows_losesNothingAndHurtsNobody() {
        List<Throwable> thrown =
                new ArrayList<>(List.of(new RejectedExecutionException("full"), new IllegalStateException("broken")));
        EventBus bus = new EventBus(
                List.of(events::add),
                task -> {
                    if (!thrown.isEmpty()) {
                        sneak(thrown.remove(0));
                    }
                    task.run();
                },
                new ManualTime());
        publish(bus, 3);

        assertThat(events).hasSize(3);
    }

    private static void sneak(Throwable thrown) {
        throw (RuntimeException) thrown;
    }

    @Test
    @DisplayName("a listener's failure is logged when it begins and when it ends, by type alone")
    void listener_thatFailsAndWorksAgain_isLoggedOncePerTransition() {
        List<VaultEventListener> listeners = List.of(
                event -> {
                    if (!event.name().filter("n2"::equals).isPresent()) {
                        throw new IllegalStateException("canary-text");
                    }
                },
                events::add);
        EventBus bus = new EventBus(listeners, Runnable::run, new ManualTime());
        try (LogCapture log = new LogCapture("io.claviger.internal.event")) {
            publish(bus, 4);

            assertThat(log.lines())
                    .hasSize(3)
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .startsWith("WARN The listener")
                                    .contains("IllegalStateException"),
                            line -> assertThat(line)
                                    .startsWith("INFO The listener")
                                    .endsWith("works again"),
                            line -> assertThat(line).startsWith("WARN The listener"))
                    .noneMatch(line -> line.contains("canary-text"));
        }
        assertThat(events).hasSize(4);
    }
}
