package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C11: the number of cached secrets is bounded")
class CacheBoundTest {

    @Test
    void size_withMoreSecretsThanTheBound_staysWithinIt() {
        try (Fixture fixture = bounded(10)) {
            for (int i = 0; i < 100; i++) {
                fixture.linked("name" + i, "path" + i, "value" + i);
                assertThat(fixture.resolve("name" + i)).isEqualTo("value" + i);
            }

            CacheStatistics statistics = fixture.manager.cache().statistics();
            assertThat(statistics.size()).isLessThanOrEqualTo(10);
            assertThat(statistics.evictions()).isEqualTo(100 - statistics.size());
        }
    }

    @Test
    void eviction_ofAValue_takesItOutOfHandlesToo() {
        try (Fixture fixture = bounded(1)) {
            fixture.linked("a", "a", "a").linked("b", "b", "b");
            SecretHandle first = fixture.secrets.bind("a");
            SecretHandle second = fixture.secrets.bind("b");
            first.get();
            second.get();
            assertThat(fixture.vault.reads).containsExactly("a", "b");

            first.get();
            second.get();

            assertThat(fixture.vault.reads).hasSizeGreaterThan(2);
        }
    }

    @Test
    void secretsOfOneActor_howeverMany_leaveThoseOfOthersCached() {
        Actor ana = Actor.of("ana");
        try (Fixture fixture = new Fixture(new FakeVault(), builder -> builder.cachePolicy(
                                CachePolicy.standard().withMaximumSecrets(100))
                        .roles(actor -> Set.of(Role.MEMBER)))
                .linked("shared", "shared", "value")) {
            fixture.resolve("shared");
            IntegrationManager anas = fixture.manager.as(ana);
            anas.connect("anas", "fake", Settings.empty(), Fixture.renewing("ana"));
            for (int i = 0; i < 1000; i++) {
                fixture.vault.put("path" + i, "value");
                anas.resolver().resolve(SecretReference.of("anas", "path" + i));
            }
            assertThat(fixture.manager.cache().statistics().size()).isBetween(2L, 11L);
            int reads = fixture.vault.reads.size();

            fixture.resolve("shared");

            assertThat(fixture.vault.reads).hasSize(reads);
        }
    }

    @Test
    void share_ofEachOwner_leavesRoomForOthers() {
        CachePolicy policy = CachePolicy.standard();
        assertThat(policy.maximumSecrets()).isEqualTo(10_000);
        assertThat(policy.maximumSecrets(Owner.team())).isEqualTo(9_000);
        assertThat(policy.maximumSecrets(Owner.of(Actor.of("ana")))).isEqualTo(1_000);
        assertThat(policy.withMaximumSecrets(1).maximumSecrets(Owner.team())).isEqualTo(1);
    }

    private static Fixture bounded(long secrets) {
        return new Fixture(
                new FakeVault(),
                builder -> builder.cachePolicy(CachePolicy.standard().withMaximumSecrets(secrets)));
    }
}
