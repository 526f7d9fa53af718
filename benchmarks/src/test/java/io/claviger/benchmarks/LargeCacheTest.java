package io.claviger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.benchmarks.stub.Payload;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Large caches hold what they are asked for")
class LargeCacheTest {

    private static final int SECRETS = 100;

    @Test
    void cache_filled_holdsEverySecret() {
        LargeCache cache = new LargeCache();
        cache.secrets = SECRETS;
        cache.fill();
        try {
            assertThat(cache.size()).isEqualTo(SECRETS);
            assertThat(cache.resolveOne().revealText()).isEqualTo(Payload.PASSWORD);
            assertThat(cache.resolve(Integer.MAX_VALUE).revealText()).isEqualTo(Payload.PASSWORD);
            assertThat(cache.size()).isEqualTo(SECRETS);
        } finally {
            cache.close();
        }
    }

    @Test
    void mapAndCaffeine_filled_holdTheSame() {
        LargeMap map = new LargeMap();
        map.secrets = SECRETS;
        map.fill();
        LargeCaffeine caffeine = new LargeCaffeine();
        caffeine.secrets = SECRETS;
        caffeine.fill();

        assertThat(map.get(7).revealText()).isEqualTo(Payload.PASSWORD);
        assertThat(caffeine.get(7).revealText()).isEqualTo(Payload.PASSWORD);
    }

    @Test
    void numbers_withoutOrder_areNeverNegative() {
        RandomIndex index = new RandomIndex();
        for (int i = 0; i < 1000; i++) {
            assertThat(index.next()).isNotNegative();
        }
    }
}
