package io.claviger.testkit.assertion;

import static io.claviger.testkit.assertion.ClavigerAssertions.assertThat;
import static io.claviger.testkit.assertion.ClavigerAssertions.assertThatEvents;
import static io.claviger.testkit.assertion.ClavigerAssertions.assertThatText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.claviger.Credentials;
import io.claviger.Reason;
import io.claviger.Rendering;
import io.claviger.Resolution;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.UnresolvedException;
import io.claviger.event.VaultEvent;
import io.claviger.event.VaultEvent.Outcome;
import io.claviger.spi.Call;
import io.claviger.testkit.vault.ScriptedVault;
import io.claviger.testkit.vault.VaultCall.Kind;
import io.claviger.testkit.vault.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every assertion fails where it must, and its message shows no value")
class ClavigerAssertionsTest {

    private static final String SECRET = "c4n4ry-actual-value";
    private static final String OTHER = "c4n4ry-expected-value";
    private static final Resolution RESOLVED = Resolution.of("name").value(SecretValue.ofText(SECRET), "1");
    private static final Resolution STALE = Resolution.of("name").stale(true).value(SecretValue.ofText(SECRET), "1");
    private static final Resolution FAILED =
            Resolution.of("name").retryAfter(Duration.ofSeconds(1)).failed(Reason.THROTTLED, "");
    private static final VaultEvent EVENT = VaultEvent.at(Instant.EPOCH, VaultEvent.Type.LOAD, Outcome.FAILED)
            .name("name")
            .reason(Reason.DENIED)
            .build();

    static Stream<ThrowingCallable> wrong() {
        return Stream.of(
                () -> assertThat(FAILED).isResolved(),
                () -> assertThat(RESOLVED).isResolvedTo(OTHER),
                () -> assertThat(RESOLVED).isResolvedTo(SecretValue.ofText(OTHER)),
                () -> assertThat(RESOLVED).failedBecause(Reason.DENIED),
                () -> assertThat(FAILED).failedBecause(Reason.DENIED),
                () -> assertThat(FAILED).isEmpty(),
                () -> assertThat(RESOLVED).isEmpty(),
                () -> assertThat(RESOLVED).isStale(),
                () -> assertThat(STALE).isFresh(),
                () -> assertThat(RESOLVED).hasVersion("2"),
                () -> assertThat(FAILED).asksToWait(Duration.ofSeconds(2)),
                () -> assertThat(new UnresolvedException(List.of(FAILED))).failedBecause(Reason.DENIED),
                () -> assertThat(SecretValue.ofText(SECRET)).isText(OTHER),
                () -> assertThat(SecretValue.ofBytes(new byte[] {1})).isText("\u0001"),
                () -> assertThat(SecretValue.ofText(SECRET)).isBinary(new byte[] {1}),
                () -> assertThat(Rendering.of(SecretValue.ofText(SECRET), "***"))
                        .reveals(OTHER),
                () -> assertThat(Rendering.of(SecretValue.ofText(SECRET), "a " + SECRET))
                        .hides(SECRET),
                () -> assertThatText("a " + SECRET).hides(OTHER, SECRET),
                () -> assertThatText("a " + SECRET).hides(SecretValue.ofText(SECRET)),
                () -> assertThatEvents(List.of(EVENT)).tellOf(VaultEvent.Type.LOAD, Outcome.DONE),
                () -> assertThatEvents(List.of(EVENT)).tellOf(VaultEvent.Type.LOAD, 2),
                () -> assertThatEvents(List.of(EVENT)).tellOfFailure(Reason.DELETED),
                () -> assertThatEvents(List.of(EVENT)).tellOfName("other"),
                () -> assertThatEvents(List.of(EVENT)).hide("1970-01-01"),
                () -> assertThat(ScriptedVault.on(new VirtualTime())).wasAsked(Kind.READ, 1),
                () -> assertThat(ScriptedVault.on(new VirtualTime())).wasRead("a", 1),
                () -> assertThat(asked()).wasNotAsked());
    }

    private static ScriptedVault asked() {
        ScriptedVault vault = ScriptedVault.on(new VirtualTime());
        vault.open(Settings.empty()).authenticate(Credentials.none(), Call.within(Duration.ofSeconds(1), vault.time()));
        return vault;
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void assertion_thatDoesNotHold_failsWithoutShowingAValue(ThrowingCallable wrong) {
        Throwable failure = catchThrowable(wrong);

        assertThat(failure).isInstanceOf(AssertionError.class);
        assertThat(failure.getMessage()).doesNotContain("c4n4ry");
    }

    @Test
    void assertions_thatHold_pass() {
        assertThat(RESOLVED)
                .isResolvedTo(SECRET)
                .isResolvedTo(SecretValue.ofText(SECRET))
                .isFresh()
                .hasVersion("1");
        assertThat(STALE).isStale();
        assertThat(FAILED).failedBecause(Reason.THROTTLED).asksToWait(Duration.ofSeconds(1));
        assertThat(Resolution.of("name").failed(Reason.NOT_FOUND, "")).isEmpty();
        assertThat(SecretValue.ofBytes(new byte[] {1})).isBinary(new byte[] {1});
        assertThat(Rendering.of(SecretValue.ofText(SECRET), "***"))
                .reveals(SECRET)
                .hides(SECRET);
        assertThatEvents(List.of(EVENT))
                .tellOf(VaultEvent.Type.LOAD, Outcome.FAILED)
                .tellOf(VaultEvent.Type.LOGIN, 0)
                .tellOfFailure(Reason.DENIED)
                .tellOfName("name")
                .hide(SECRET);
        assertThat(asked()).wasAsked(Kind.LOGIN, 1).wasRead("a", 0);
    }
}
