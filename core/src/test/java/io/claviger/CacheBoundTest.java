package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
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

    private static Fixture bounded(long secrets) {
        return new Fixture(
                new FakeVault(),
                builder -> builder.cachePolicy(CachePolicy.standard().withMaximumSecrets(secrets)));
    }
}
