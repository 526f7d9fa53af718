package io.claviger.event;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.claviger.IntegrationState;
import io.claviger.Reason;
import io.claviger.Settings;
import io.claviger.event.VaultEvent.Outcome;
import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayName("S3, S4, S5: logins, renewals, loads and changes of state are told, each once, and why")
class SessionEventTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String CANARY = "canary-value";

    private final List<VaultEvent> events = new CopyOnWriteArrayList<>();
    private final FakeVault vault = new FakeVault();
    private final Fixture fixture =
            new Fixture(vault, builder -> builder.listener(events::add)).linked("token", "token", CANARY);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.claviger");

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        events.clear();
    }

    @AfterEach
    void close() {
        fixture.close();
        logger.detachAppender(log);
    }

    @Test
    void firstRead_ofAnIntegration_isALoginAndThenALoad() {
        fixture.resolve("token");

        assertThat(events).extracting(VaultEvent::type).containsExactly(VaultEvent.Type.LOGIN, VaultEvent.Type.LOAD);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.DONE);
            assertThat(event.alias()).contains("team");
            assertThat(event.actor()).isEmpty();
            assertThat(event.reason()).isEmpty();
            assertThat(event.time()).isEqualTo(fixture.time.now());
        });
        fixture.resolve("token");
        assertThat(events).hasSize(2);
    }

    @Test
    void refusedCredentials_howeverOftenAskedFor_areOneLoginAndOneChangeOfState() {
        refuseLogins();
        for (int i = 0; i < 5; i++) {
            fixture.secrets.attempt("token");
        }

        assertThat(of(VaultEvent.Type.LOGIN)).hasSize(1);
        assertThat(of(VaultEvent.Type.LOGIN).get(0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(of(VaultEvent.Type.LOGIN).get(0).reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(of(VaultEvent.Type.STATE_CHANGED)).hasSize(1);
        assertThat(of(VaultEvent.Type.STATE_CHANGED).get(0).alias()).contains("team");
        assertThat(of(VaultEvent.Type.STATE_CHANGED).get(0).reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(of(VaultEvent.Type.LOAD)).hasSize(5).allMatch(event -> event.outcome() == Outcome.FAILED);

        fixture.time.advance(Duration.ofSeconds(30));
        fixture.secrets.attempt("token");
        assertThat(of(VaultEvent.Type.LOGIN)).hasSize(2);
        assertThat(of(VaultEvent.Type.STATE_CHANGED)).hasSize(1);
    }

    @Test
    void state_thatChangesThereAndBack_isToldTwiceInThatOrderAndLoggedTwice() {
        refuseLogins();
        fixture.secrets.attempt("token");
        fixture.secrets.attempt("token");
        vault.beforeLogin = () -> {};
        fixture.time.advance(Duration.ofSeconds(30));
        fixture.resolve("token");
        fixture.resolve("token");

        assertThat(of(VaultEvent.Type.STATE_CHANGED))
                .extracting(VaultEvent::reason)
                .containsExactly(Optional.of(Reason.REAUTHENTICATION_REQUIRED), Optional.empty());
        assertThat(announcements())
                .containsExactly(
                        "Integration team is now REAUTHENTICATION_REQUIRED", "Integration team is now CONNECTED");
        assertThat(fixture.manager.integration("team").orElseThrow().state()).isEqualTo(IntegrationState.CONNECTED);
    }

    @Test
    void credentials_ofTheWrongKind_changeTheStateToMisconfigured() {
        fixture.manager.disconnect("team");
        fixture.manager.connect("team", "fake", Settings.empty(), () -> Optional.of(new io.claviger.Credentials() {}));
        events.clear();
        fixture.secrets.attempt("token");

        assertThat(of(VaultEvent.Type.STATE_CHANGED))
                .extracting(VaultEvent::reason)
                .containsExactly(Optional.of(Reason.MISCONFIGURED));
        assertThat(announcements()).containsExactly("Integration team is now MISCONFIGURED");
    }

    @Test
    void credentials_thatAreUsedUp_areNoLoginsAndOneChangeOfState() {
        fixture.manager.disconnect("team");
        fixture.manager.connect("team", "fake", Settings.empty(), Fixture.once("robot"));
        vault.sessionLifetime = Optional.of(HOUR);
        fixture.resolve("token");
        fixture.time.advance(HOUR);
        events.clear();
        for (int i = 0; i < 5; i++) {
            assertThat(fixture.secrets.attempt("token").reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
        }

        assertThat(of(VaultEvent.Type.LOGIN)).isEmpty();
        assertThat(of(VaultEvent.Type.STATE_CHANGED)).hasSize(1);
    }

    @Test
    void login_thatChangesTheState_isToldBeforeTheChange() {
        refuseLogins();
        fixture.secrets.attempt("token");

        assertThat(events)
                .extracting(VaultEvent::type)
                .containsSubsequence(VaultEvent.Type.LOGIN, VaultEvent.Type.STATE_CHANGED);
    }

    @Test
    void renewals_ofASession_areTold() {
        vault.renewable = true;
        vault.sessionLifetime = Optional.of(HOUR);
        vault.renewal = Optional.of(HOUR);
        fixture.resolve("token");
        fixture.time.advance(Duration.ofMinutes(45));

        assertThat(of(VaultEvent.Type.RENEWAL)).hasSize(1);
        assertThat(of(VaultEvent.Type.RENEWAL).get(0).outcome()).isEqualTo(Outcome.DONE);
        assertThat(of(VaultEvent.Type.RENEWAL).get(0).alias()).contains("team");

        vault.beforeRenewal = () -> {
            throw VaultFailure.of(VaultFailure.Kind.SESSION_ENDED, "Revoked.");
        };
        fixture.time.advance(HOUR);
        assertThat(of(VaultEvent.Type.RENEWAL)).hasSize(2);
        assertThat(of(VaultEvent.Type.RENEWAL).get(1).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(of(VaultEvent.Type.RENEWAL).get(1).reason()).contains(Reason.REAUTHENTICATION_REQUIRED);
    }

    @Test
    void session_endedByTheVault_isALoginMoreAndOneLoad() {
        fixture.resolve("token");
        fixture.manager.cache().reset();
        events.clear();
        vault.beforeReply = () -> {
            vault.beforeReply = () -> {};
            throw VaultFailure.of(VaultFailure.Kind.SESSION_ENDED, "Expired.");
        };
        fixture.resolve("token");

        assertThat(events).extracting(VaultEvent::type).containsExactly(VaultEvent.Type.LOGIN, VaultEvent.Type.LOAD);
    }

    @Test
    void events_andLog_holdNoValueAndNoCredential() {
        fixture.resolve("token");
        refuseLogins();
        fixture.manager.cache().reset();
        fixture.secrets.attempt("token");

        assertThat(events.toString()).doesNotContain(CANARY).doesNotContain("robot");
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains(CANARY));
    }

    private void refuseLogins() {
        vault.beforeLogin = () -> {
            throw VaultFailure.of(VaultFailure.Kind.CREDENTIALS_REFUSED, "Wrong.");
        };
    }

    private List<VaultEvent> of(VaultEvent.Type type) {
        return events.stream().filter(event -> event.type() == type).toList();
    }

    private List<String> announcements() {
        return log.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains(" is now "))
                .toList();
    }

    @Test
    @DisplayName("S7: a failed revocation does not fail the disconnect, and the event says so")
    void disconnect_whenRevocationFails_isToldWithThat() {
        fixture.resolve("token");
        fixture.vault.beforeRevoke = () -> {
            throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "It is down.");
        };

        fixture.manager.disconnect("team");

        assertThat(of(VaultEvent.Type.REVOCATION)).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(event.alias()).contains("team");
        });
    }

    @Test
    @DisplayName("S7: what was revoked is told once; where there was nothing to revoke, nothing is")
    void disconnect_whenSomethingWasRevoked_isToldWithThat() {
        fixture.resolve("token");
        fixture.manager.disconnect("team");
        fixture.manager.disconnect("team");

        assertThat(of(VaultEvent.Type.REVOCATION))
                .extracting(VaultEvent::outcome)
                .isEqualTo(List.of(Outcome.DONE));
    }
}
