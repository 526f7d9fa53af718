package io.claviger.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.AccessRefusedException;
import io.claviger.Actor;
import io.claviger.IntegrationManager;
import io.claviger.Operation;
import io.claviger.Reason;
import io.claviger.Role;
import io.claviger.SecretReference;
import io.claviger.event.VaultEvent.Outcome;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Latches;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What happens is told to listeners, without a value and without making anybody wait")
class EventTest {

    private final List<VaultEvent> events = new CopyOnWriteArrayList<>();

    private Fixture fixture(VaultEventListener listener) {
        return new Fixture(
                        new FakeVault(), builder -> builder.listener(listener).roles(actor -> Set.of(Role.PARTNER)))
                .linked("token", "token", "canary-value");
    }

    @Test
    void story_ofAnIntegration_isTold() {
        try (Fixture fixture = fixture(events::add)) {
            fixture.resolve("token");
            fixture.secrets.attempt(SecretReference.of("team", "missing"));
            assertThatThrownBy(() -> fixture.manager.as(Actor.of("paul")).disconnect("team"))
                    .isInstanceOf(AccessRefusedException.class);
            fixture.manager.disconnect("team");
        }

        assertThat(events)
                .extracting(VaultEvent::type)
                .containsExactly(
                        VaultEvent.Type.MANAGEMENT,
                        VaultEvent.Type.MANAGEMENT,
                        VaultEvent.Type.LOGIN,
                        VaultEvent.Type.LOAD,
                        VaultEvent.Type.LOAD,
                        VaultEvent.Type.MANAGEMENT,
                        VaultEvent.Type.REVOCATION,
                        VaultEvent.Type.MANAGEMENT);
        assertThat(events.get(4).reason()).contains(Reason.NOT_FOUND);
        VaultEvent refused = events.get(5);
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.operation()).contains(Operation.DISCONNECT);
        assertThat(refused.actor()).contains(Actor.of("paul"));
        assertThat(refused.alias()).contains("team");
        assertThat(events.toString()).doesNotContain("canary-value");
    }

    @Test
    void attempt_thatIsRefused_isToldWhateverItWas() {
        try (Fixture fixture = fixture(events::add)) {
            events.clear();
            IntegrationManager paul = fixture.manager.as(Actor.of("paul"));
            assertThatThrownBy(() -> paul.resolver().resolve("token")).isInstanceOf(AccessRefusedException.class);
            assertThatThrownBy(() -> paul.resolver().resolve(SecretReference.of("team", "token")))
                    .isInstanceOf(AccessRefusedException.class);
            assertThatThrownBy(paul::links).isInstanceOf(AccessRefusedException.class);

            assertThat(events)
                    .extracting(event -> event.operation().orElseThrow())
                    .containsExactly(Operation.RESOLVE_NAME, Operation.RESOLVE_REFERENCE, Operation.INSPECT);
            assertThat(events).allMatch(event -> event.outcome() == Outcome.REFUSED);
            assertThat(events.get(0).alias()).contains("team");
        }
    }

    @Test
    void listener_thatThrows_hurtsNobody() {
        try (Fixture fixture = fixture(event -> {
            events.add(event);
            throw new IllegalStateException("listener");
        })) {
            assertThat(fixture.resolve("token")).isEqualTo("canary-value");
            assertThat(events).hasSize(4);
        }
    }

    @Test
    void listener_thatBlocks_makesNobodyWait() {
        ExecutorService threads = Executors.newCachedThreadPool();
        CountDownLatch release = new CountDownLatch(1);
        Fixture fixture = new Fixture(
                new FakeVault(), builder -> builder.executor(threads).listener(event -> Latches.await(release)));
        try (fixture) {
            fixture.linked("token", "token", "value");
            assertThat(fixture.resolve("token")).isEqualTo("value");
            release.countDown();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void auditRecord_withTextOfOthers_isOneHarmlessLine() {
        VaultEvent event = VaultEvent.at(Instant.EPOCH, VaultEvent.Type.MANAGEMENT, Outcome.REFUSED)
                .operation(Operation.CHANGE_LINKS)
                .actor(Actor.of("mallory\"\n\u202e" + "x".repeat(240)))
                .name("a\\b")
                .build();

        assertThat(AuditRecord.of(event).json())
                .isEqualTo("{\"time\":\"1970-01-01T00:00:00Z\",\"type\":\"management\",\"outcome\":\"refused\","
                        + "\"operation\":\"change_links\",\"actor\":\"mallory\\\"\\u000a\\u202e"
                        + "x".repeat(240)
                        + "\",\"name\":\"a\\\\b\"}");
    }
}
