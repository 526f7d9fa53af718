package io.claviger.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.AccessRefusedException;
import io.claviger.Actor;
import io.claviger.AllowedDomains;
import io.claviger.ConfigurationException;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationScope;
import io.claviger.Link;
import io.claviger.LinkId;
import io.claviger.Operation;
import io.claviger.Owner;
import io.claviger.Reason;
import io.claviger.Relink;
import io.claviger.Role;
import io.claviger.ScriptGrant;
import io.claviger.ScriptOrigin;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.UnresolvedException;
import io.claviger.VaultIntegration;
import io.claviger.event.VaultEvent.Outcome;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Latches;
import io.claviger.support.LogCapture;
import io.claviger.support.Prompt;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §8: where audit is required, a management call that cannot be audited is refused")
class RequiredAuditTest {

    private static final Actor PAUL = Actor.of("paul");
    private static final LinkId TOKEN = LinkId.of("token");
    private static final AllowedDomains DOMAINS = AllowedDomains.parse("api.example");
    private static final ScriptOrigin ORDERS = ScriptOrigin.collection("c-1", "Orders");

    private final List<VaultEvent> audited = new CopyOnWriteArrayList<>();
    private final List<VaultEvent> events = new CopyOnWriteArrayList<>();
    private volatile AuditSink sink = audited::add;

    private final Fixture fixture = new Fixture(
                    new FakeVault(), builder -> builder.requireAudit(event -> sink.write(event))
                            .listener(events::add)
                            .scripts(new Prompt())
                            .roles(actor -> Set.of(Role.PARTNER)))
            .linked("token", "token", "canary-value");

    private final IntegrationManager manager = fixture.manager;

    RequiredAuditTest() {
        manager.scripts().allow(ORDERS);
        audited.clear();
        events.clear();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void breakSink() {
        sink = event -> {
            throw new IOException("canary-text");
        };
    }

    @Test
    void call_thatSucceeds_isRecordedBeforeAndAfter() {
        manager.setEnabled("token", false);

        assertThat(audited).extracting(VaultEvent::outcome).containsExactly(Outcome.REQUESTED, Outcome.DONE);
        assertThat(audited).allSatisfy(event -> {
            assertThat(event.operation()).contains(Operation.CHANGE_LINKS);
            assertThat(event.name()).contains("token");
            assertThat(event.actor()).isEmpty();
        });
        assertThat(audited.get(0).call()).isPresent().isEqualTo(audited.get(1).call());
        assertThat(events).extracting(VaultEvent::outcome).containsExactly(Outcome.DONE);
    }

    @Test
    void calls_areNumberedApart() {
        manager.setEnabled("token", false);
        manager.setEnabled("token", true);

        assertThat(audited.stream().map(VaultEvent::call).distinct()).hasSize(2);
    }

    @Test
    @DisplayName("what is asked for is on record before it takes effect")
    void intent_isRecordedBeforeTheEffect() {
        List<Boolean> enabled = new CopyOnWriteArrayList<>();
        sink = event -> enabled.add(fixture.secrets.attempt("token").resolved());

        manager.setEnabled("token", false);

        assertThat(enabled).containsExactly(true, false);
    }

    @Test
    void call_thatFailsOrIsRefused_isRecordedAsThat() {
        assertThatThrownBy(() -> manager.set("nobody", SecretValue.ofText("canary-value")))
                .isInstanceOf(UnresolvedException.class);
        assertThatThrownBy(() -> manager.as(PAUL).disconnect("team")).isInstanceOf(AccessRefusedException.class);

        assertThat(audited)
                .extracting(VaultEvent::outcome)
                .containsExactly(Outcome.REQUESTED, Outcome.FAILED, Outcome.REQUESTED, Outcome.REFUSED);
        assertThat(audited.get(1).reason()).contains(Reason.NOT_LINKED);
        assertThat(audited.get(3).actor()).contains(PAUL);
        assertThat(audited.toString()).doesNotContain("canary-value");
    }

    @Test
    void everyCall_whileTheSinkFails_isRefusedAndTakesNoEffect() {
        breakSink();
        List<VaultIntegration> before = manager.integrations();
        List<Link> links = manager.links();

        assertUnaudited(
                () -> manager.connect("other", "fake", Settings.empty(), Fixture.renewing("x")),
                () -> manager.edit("team", Settings.of("note", "x")),
                () -> manager.reauthenticate("team", Fixture.renewing("robot")),
                () -> manager.disconnect("team"),
                () -> manager.link("other", SecretReference.of("team", "other")),
                () -> manager.relink("token", SecretReference.of("team", "other")),
                () -> manager.relink(List.of(Relink.of(TOKEN, SecretReference.of("team", "other")))),
                () -> manager.unlink("token"),
                () -> manager.unlink(TOKEN),
                () -> manager.setEnabled("token", false),
                () -> manager.setEnabled(TOKEN, false),
                () -> manager.setFallback(TOKEN, true),
                () -> manager.setAllowedDomains(TOKEN, DOMAINS),
                () -> manager.handOver(TOKEN, Owner.of(PAUL)),
                () -> manager.setScope("team", IntegrationScope.of("other")),
                () -> manager.setAllowedDomains("team", DOMAINS),
                () -> manager.share("team"),
                () -> manager.rolesChanged(PAUL),
                () -> manager.forget(PAUL),
                () -> manager.scripts().allow(ORDERS),
                () -> manager.scripts().deny(ORDERS),
                () -> manager.scripts().resetAll(),
                () -> manager.set("token", SecretValue.ofText("new")),
                () -> manager.unset("token"),
                () -> manager.cache().setExpiration(Duration.ofMinutes(1)),
                () -> manager.cache().reset(),
                () -> manager.cache().resetIntegration("team"),
                () -> manager.cache().resetName("token"),
                () -> manager.as(PAUL).disconnect("team"));

        assertThat(manager.integrations()).isEqualTo(before);
        assertThat(manager.links()).isEqualTo(links);
        assertThat(manager.scripts().grants()).containsExactly(new ScriptGrant(ORDERS, true));
        assertThat(manager.cache().expiration()).isEqualTo(Duration.ofHours(1));
        assertThat(fixture.vault.logins).hasValue(0);
        assertThat(fixture.resolve("token")).isEqualTo("canary-value");
    }

    private static void assertUnaudited(ThrowingCallable... calls) {
        assertThat(calls).allSatisfy(call -> assertThatThrownBy(call)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("was not carried out")
                .hasMessageContaining("java.io.IOException")
                .hasMessageNotContaining("canary-text")
                .hasNoCause());
    }

    @Test
    void call_onSeveralNames_isRecordedForEachWithOneNumber() {
        fixture.linked("other", "other", "canary-value");
        audited.clear();
        manager.relink(List.of(to("token", "new"), to("other", "new")));

        assertThat(audited)
                .extracting(VaultEvent::outcome)
                .containsExactly(Outcome.REQUESTED, Outcome.REQUESTED, Outcome.DONE, Outcome.DONE);
        assertThat(audited)
                .extracting(event -> event.name().orElseThrow())
                .containsExactly("token", "other", "token", "other");
        assertThat(audited.stream().map(VaultEvent::call).distinct()).hasSize(1);
    }

    @Test
    @DisplayName("a call on several names of which one cannot be recorded changes none, and says so of the others")
    void call_onSeveralNames_ofWhichOneCannotBeRecorded_failsForAll() {
        fixture.linked("other", "other", "canary-value");
        audited.clear();
        events.clear();
        sink = event -> {
            if (event.name().equals(Optional.of("other"))) {
                throw new IOException("full");
            }
            audited.add(event);
        };

        assertUnaudited(() -> manager.relink(List.of(to("token", "new"), to("other", "new"))));

        assertThat(manager.links())
                .extracting(link -> link.reference().toString())
                .containsExactlyInAnyOrder("vault://team/token", "vault://team/other");
        assertThat(audited)
                .extracting(event -> event.name().orElseThrow() + " " + event.outcome())
                .containsExactly("token REQUESTED", "token FAILED");
        assertThat(events)
                .extracting(event -> event.name().orElseThrow() + " " + event.outcome())
                .containsExactly("token FAILED", "other FAILED");
    }

    private static Relink to(String name, String path) {
        return Relink.of(LinkId.of(name), SecretReference.of("team", path));
    }

    @Test
    void outcomes_ofACallOnSeveralNames_thatCannotBeRecorded_areAllCounted() {
        fixture.linked("other", "other", "canary-value");
        sink = event -> {
            if (event.outcome() == Outcome.DONE) {
                throw new IOException("full");
            }
        };
        manager.relink(List.of(to("token", "new"), to("other", "new")));
        audited.clear();
        sink = audited::add;
        manager.unlink("token");

        assertThat(audited.get(0).count()).hasValue(2);
    }

    @Test
    void listeners_areToldOfACallThatCouldNotBeAudited() {
        breakSink();
        assertUnaudited(() -> manager.unlink("token"));

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(event.operation()).contains(Operation.CHANGE_LINKS);
        });
    }

    @Test
    @DisplayName("a call that took effect is not said to have failed; the next record says what is missing")
    void outcome_thatCannotBeRecorded_isCounted() {
        sink = event -> {
            if (event.outcome() == Outcome.DONE) {
                throw new IOException("full");
            }
        };
        assertThat(manager.unlink("token")).isTrue();
        assertThat(manager.unlink("token")).isFalse();
        sink = audited::add;
        manager.unlink("token");

        assertThat(audited)
                .extracting(VaultEvent::type)
                .containsExactly(VaultEvent.Type.EVENTS_LOST, VaultEvent.Type.MANAGEMENT, VaultEvent.Type.MANAGEMENT);
        assertThat(audited.get(0).count()).hasValue(1);
    }

    @Test
    void reads_whileTheSinkFails_goOnAndAreNotRecorded() {
        breakSink();

        assertThat(fixture.resolve("token")).isEqualTo("canary-value");
        assertThat(audited).isEmpty();
    }

    @Test
    void sink_thatBlocks_refusesTheCallAtItsDeadlineAndHoldsUpNoRead() {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        sink = event -> {
            entered.countDown();
            Latches.await(release);
        };
        CompletableFuture<Boolean> call = CompletableFuture.supplyAsync(() -> manager.unlink("token"));
        Latches.await(entered);
        assertThat(fixture.resolve("token")).isEqualTo("canary-value");

        // the caller may not be waiting yet: let time pass until it has waited long enough
        Latches.awaitUntil(() -> {
            fixture.time.advance(Duration.ofSeconds(10));
            return call.isDone();
        });

        assertThatThrownBy(call::join).hasCauseInstanceOf(ConfigurationException.class);
        assertThat(manager.links()).hasSize(1);
        release.countDown();
    }

    @Test
    void failure_ofTheSink_isLoggedWhenItBeginsAndWhenItEnds() {
        try (LogCapture log = new LogCapture("io.claviger.internal.event")) {
            breakSink();
            assertUnaudited(() -> manager.unlink("token"), () -> manager.unlink("token"));
            sink = audited::add;
            manager.unlink("token");
            manager.unlink("token");

            assertThat(log.lines())
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("WARN The audit sink does not work"),
                            line -> assertThat(line).isEqualTo("INFO The audit sink works again"));
            assertThat(log.lines().toString()).doesNotContain("canary-text");
        }
    }

    @Test
    void names_areBoundedBeforeTheyAreKept() {
        String longest = "x".repeat(100_000);
        manager.unlink(longest);

        assertThat(Stream.concat(audited.stream(), events.stream()))
                .allSatisfy(event -> assertThat(event.name().orElseThrow()).hasSize(256));
    }
}
