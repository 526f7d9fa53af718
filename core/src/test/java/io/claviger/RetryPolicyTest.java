package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A retry policy says how often and after which delay, and refuses what makes no sense")
class RetryPolicyTest {

    @Test
    void standard_byDefault_isThreeAttemptsAfterTwoHundredMilliseconds() {
        assertThat(RetryPolicy.standard().attempts()).isEqualTo(3);
        assertThat(RetryPolicy.standard().firstDelay()).isEqualTo(Duration.ofMillis(200));
        assertThat(RetryPolicy.none().attempts()).isEqualTo(1);
    }

    @Test
    void change_always_leavesTheOriginalAndTheRestAsTheyAre() {
        RetryPolicy changed = RetryPolicy.standard().withAttempts(7).withFirstDelay(Duration.ofSeconds(1));

        assertThat(changed.attempts()).isEqualTo(7);
        assertThat(changed.firstDelay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(changed.withAttempts(2).firstDelay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(RetryPolicy.standard().attempts()).isEqualTo(3);
        assertThat(changed).hasToString("RetryPolicy[attempts=7, firstDelay=PT1S]");
    }

    @Test
    void attempts_outOfRange_areRefused() {
        for (int refused : new int[] {Integer.MIN_VALUE, -1, 0, 11, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> RetryPolicy.standard().withAttempts(refused))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("Set it to 1 to 10.");
        }
        assertThat(RetryPolicy.standard().withAttempts(1).attempts()).isEqualTo(1);
        assertThat(RetryPolicy.standard().withAttempts(10).attempts()).isEqualTo(10);
    }

    @Test
    void firstDelay_ofZeroOrLess_isRefused() {
        for (Duration refused : new Duration[] {Duration.ZERO, Duration.ofNanos(-1)}) {
            assertThatThrownBy(() -> RetryPolicy.standard().withFirstDelay(refused))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("Set it to more than zero.");
        }
        assertThat(RetryPolicy.standard().withFirstDelay(Duration.ofNanos(1)).firstDelay())
                .isEqualTo(Duration.ofNanos(1));
    }

    @Test
    void timeout_ofZeroOrLess_isRefusedByTheBuilder() {
        for (Duration refused : new Duration[] {Duration.ZERO, Duration.ofNanos(-1)}) {
            assertThatThrownBy(() -> IntegrationManager.builder().timeout(refused))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("Set it to more than zero.");
        }
    }
}
