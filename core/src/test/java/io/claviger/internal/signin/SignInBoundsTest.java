package io.claviger.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.Actor;
import io.claviger.Reason;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.integration.Integration;
import io.claviger.internal.time.Agenda;
import io.claviger.internal.time.LifeClock;
import io.claviger.spi.Call;
import io.claviger.spi.PendingSignIn;
import io.claviger.spi.Session;
import io.claviger.spi.SignInCallback;
import io.claviger.spi.SignInRequest;
import io.claviger.support.ManualTime;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

@DisplayName("S14: pending sign-ins are bounded, so that no actor can end those of others")
class SignInBoundsTest {

    private static final URI REDIRECT = URI.create("https://host.example/cb");

    private final ManualTime time = new ManualTime();
    private final LifeClock clock = new LifeClock(time);
    private final PendingSignIns pending = new PendingSignIns(new Agenda(time, clock), clock, 3);

    private static final class Page implements PendingSignIn {

        @Override
        public URI authorizationUrl() {
            return URI.create("https://login.example/");
        }

        @Override
        public Session complete(SignInCallback callback, Call call) {
            throw new AssertionError("not asked for");
        }
    }

    private Attempt add(String actor) {
        SignInRequest request = pending.request(REDIRECT);
        // what is signed in to makes no difference here
        Integration integration =
                new Integration("people", Mockito.mock(), Mockito.mock(), Mockito.mock(), Mockito.mock(), 1, null);
        Attempt attempt = new Attempt(Actor.of(actor), integration, request, new Page(), time.now());
        pending.add(attempt, Duration.ofMinutes(1));
        return attempt;
    }

    @Test
    void beginBeyondTheBoundOfAll_isRefusedUntilOneIsOver() {
        Attempt first = add("a");
        add("b");
        add("c");

        assertThatThrownBy(() -> add("d")).isInstanceOfSatisfying(FailureException.class, e -> assertThat(
                        e.failure().reason())
                .isEqualTo(Reason.THROTTLED));
        assertThat(first.wanted()).isTrue();
        pending.end(first, Ending.CANCELLED);
        assertThat(add("d").wanted()).isTrue();
    }

    @Test
    void signIns_whoseTimeIsUp_makeRoom() {
        Attempt first = add("a");
        add("b");
        add("c");
        time.advance(Duration.ofMinutes(1));

        assertThat(first.wanted()).isFalse();
        assertThat(add("d").wanted()).isTrue();
        time.advance(Duration.ofMinutes(1));
        assertThat(time.scheduled()).isZero();
    }

    @Test
    void begin_afterTheClose_isRefused() {
        Attempt first = add("a");
        pending.close();

        assertThat(first.wanted()).isFalse();
        assertThatThrownBy(() -> add("b")).isInstanceOf(FailureException.class);
    }
}
