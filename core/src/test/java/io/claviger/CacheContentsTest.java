package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S9, C1: the cache tells what it has, since when and until when, and never a value")
class CacheContentsTest {

    private static final String CANARY = "canary-5f2e";
    private static final Actor ANA = Actor.of("ana");
    private static final Actor BEN = Actor.of("ben");

    private final Fixture fixture = new Fixture(
                    new FakeVault(),
                    builder -> builder.roles(actor -> actor.id().equals("nobody") ? Set.of() : Set.of(Role.MEMBER)))
            .linked("token", "some/token", CANARY);
    private final FakeVault vault = fixture.vault;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void contents_ofACachedSecret_sayWhereItIsFromAndHowLongItLasts() {
        vault.put("some/token", Scripted.text("7", CANARY));
        Instant fetched = fixture.time.now();
        fixture.resolve("token");
        fixture.time.advance(Duration.ofMinutes(10));

        assertThat(fixture.manager.cache().contents()).singleElement().satisfies(cached -> {
            assertThat(cached.alias()).isEqualTo("team");
            assertThat(cached.location()).contains("some/token");
            assertThat(cached.version()).contains("7");
            assertThat(cached.sessionOwner()).isEmpty();
            assertThat(cached.fetchedAt()).isEqualTo(fetched);
            assertThat(cached.expiresAt()).isEqualTo(fetched.plus(Duration.ofMinutes(60)));
            assertThat(cached.stale()).isFalse();
            assertThat(cached.toString()).doesNotContain(CANARY);
        });
        assertThat(vault.reads).hasSize(1);
    }

    @Test
    void contents_ofALeasedSecret_endWithItsLease() {
        vault.put("some/token", Scripted.leased(CANARY, Scripted.lease("lease-id", Duration.ofMinutes(5))));
        fixture.resolve("token");

        assertThat(fixture.manager.cache().contents()).singleElement().satisfies(cached -> {
            assertThat(Duration.between(cached.fetchedAt(), cached.expiresAt())).isEqualTo(Duration.ofMinutes(5));
            assertThat(cached.version()).isEmpty();
            assertThat(cached.toString()).doesNotContain(CANARY).doesNotContain("lease-id");
        });
    }

    @Test
    void contents_areSortedAndLeaveOutWhatIsNotCached() {
        for (String path : new String[] {"c", "a", "b"}) {
            fixture.linked(path, path, "value");
            fixture.resolve(path);
        }
        fixture.secrets.attempt(SecretReference.of("team", "absent"));
        fixture.manager.cache().resetName("b");

        assertThat(fixture.manager.cache().contents())
                .extracting(CachedSecret::location)
                .hasSize(2)
                .isSorted();
    }

    @Test
    void contents_ofPersonalSessions_areSeenByTheirOwnerAndTheHostOnly() {
        fixture.manager.connect("personal", "fake", Settings.empty(), CredentialSource.perActor());
        fixture.manager.link("own", SecretReference.of("personal", "some/token"));
        for (Actor actor : new Actor[] {ANA, BEN}) {
            IntegrationManager view = fixture.manager.as(actor);
            view.reauthenticate("personal", Fixture.renewing(actor.id()));
            assertThat(view.resolver().resolve("own").revealText()).isEqualTo(CANARY);
        }
        fixture.resolve("token");

        assertThat(fixture.manager.as(ANA).cache().contents())
                .extracting(CachedSecret::sessionOwner)
                .containsExactlyInAnyOrder(Optional.empty(), Optional.of(ANA));
        assertThat(fixture.manager.cache().contents())
                .extracting(CachedSecret::sessionOwner)
                .containsExactlyInAnyOrder(Optional.empty(), Optional.of(ANA), Optional.of(BEN));
    }

    @Test
    void contents_forAnActorWithoutTheRole_areRefused() {
        assertThatThrownBy(() -> fixture.manager.as(Actor.of("nobody")).cache().contents())
                .isInstanceOf(AccessRefusedException.class);
    }
}
