package io.claviger.testkit.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.claviger.testkit.canary.planted.Leaks;
import io.claviger.testkit.canary.planted.RecordedLeak;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

@DisplayName("The canary fails every test in which a secret shows, and no other")
class LeakCanaryTest {

    static Stream<String> leaks() {
        return Arrays.stream(Leaks.class.getDeclaredMethods())
                .filter(LeakCanaryTest::leaksHere)
                .map(Method::getName)
                .sorted();
    }

    private static boolean leaksHere(Method method) {
        Leaks.LeaksBy how = method.getAnnotation(Leaks.LeaksBy.class);
        return how != null && Runtime.version().feature() <= how.until();
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void test_thatLeaks_failsAndSaysWhere(String name) throws Exception {
        Method leak = Leaks.class.getDeclaredMethod(name);
        List<String> failures = failures(leak);

        assertThat(failures)
                .singleElement()
                .asString()
                .contains("Secrets leak")
                .contains(leak.getAnnotation(Leaks.LeaksBy.class).value());
    }

    @Test
    void test_thatKeepsItsSecret_passes() throws Exception {
        assertThat(failures(Leaks.class.getDeclaredMethod("nothing"))).isEmpty();
    }

    @Test
    @DisplayName("the message does not repeat the secret")
    void message_ofALeak_showsNoSecret() throws Exception {
        assertThat(failures(Leaks.class.getDeclaredMethod("plainLog")))
                .noneMatch(message -> message.contains("c4n4ry"));
    }

    @Test
    void recordingOfAClass_thatHoldsASecret_failsTheClass() {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(RecordedLeak.class))
                .execute();

        results.testEvents().assertStatistics(stats -> stats.succeeded(1));
        assertThat(messages(results.containerEvents().failed().list()))
                .singleElement()
                .asString()
                .contains("the flight recording");
    }

    private static List<String> failures(Method test) {
        return messages(EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(test.getDeclaringClass(), test))
                .execute()
                .allEvents()
                .failed()
                .list());
    }

    private static List<String> messages(List<Event> failed) {
        return failed.stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow().getMessage())
                .toList();
    }
}
