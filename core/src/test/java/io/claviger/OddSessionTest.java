package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import io.claviger.support.ManualTime;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisplayName("S3: a session that fails when it is asked about itself fails one login, and not all after it")
class OddSessionTest {

    private static final SecretReference TOKEN = SecretReference.of("odd", "token");

    /** What is odd about the first session. */
    enum Oddity {
        LIFETIME,
        IDENTITY,
        RENEWABLE,
        NO_SESSION
    }

    @ParameterizedTest
    @EnumSource(Oddity.class)
    void login_thatGivesAnOddSession_failsAloneAndIsToldAtOnce(Oddity oddity) {
        OddVault vault = new OddVault(oddity);
        ManualTime time = new ManualTime();
        try (IntegrationManager manager = IntegrationManager.builder()
                .discovery(false)
                .provider(vault)
                .timeSource(time)
                .retries(RetryPolicy.none())
                .executor(Runnable::run)
                .build()) {
            manager.connect("odd", "odd", Settings.empty());
            var first = manager.resolver().resolveAsync(TOKEN);
            assertThat(first).isCompletedExceptionally();

            var second = manager.resolver().resolveAsync(TOKEN);
            assertThat(second)
                    .isCompletedWithValueMatching(value -> value.revealText().equals("fixed"));
            assertThat(vault.logins).hasValue(2);
            manager.disconnect("odd");
            assertThat(vault.closes).hasValue(1);
        }
    }

    /** A vault whose first session is odd. */
    @VaultType("odd")
    static final class OddVault implements VaultProvider {

        final AtomicInteger logins = new AtomicInteger();
        final AtomicInteger closes = new AtomicInteger();
        private final Oddity oddity;

        OddVault(Oddity oddity) {
            this.oddity = oddity;
        }

        @Override
        public ProviderDescriptor descriptor() {
            return ProviderDescriptor.of("Odd vault").build();
        }

        @Override
        public VaultClient open(Settings settings) {
            return new VaultClient() {
                @Override
                public Location locate(SecretReference reference) {
                    return Location.whole(Locator.of(reference.path(), reference.parameters()));
                }

                @Override
                @SuppressWarnings("NullAway") // as a provider does that does not keep to its contract
                public Session authenticate(Credentials credentials, Call call) {
                    boolean odd = logins.incrementAndGet() == 1;
                    return odd && oddity == Oddity.NO_SESSION ? null : new OddSession(odd ? oddity : null);
                }

                @Override
                public void close() {
                    closes.incrementAndGet();
                }
            };
        }
    }

    private static final class OddSession implements Session {

        private final Oddity oddity;

        OddSession(Oddity oddity) {
            this.oddity = oddity;
        }

        @Override
        public SecretSnapshot read(Locator locator, Call call) {
            return SecretSnapshot.ofValue(SecretValue.ofText("fixed")).build();
        }

        @Override
        public Optional<Duration> lifetime() {
            return unless(Oddity.LIFETIME, () -> Optional.of(Duration.ofHours(1)));
        }

        @Override
        public Optional<String> identity() {
            return unless(Oddity.IDENTITY, Optional::empty);
        }

        @Override
        public boolean renewable() {
            return unless(Oddity.RENEWABLE, () -> Boolean.FALSE);
        }

        private <T> T unless(Oddity trouble, Supplier<T> usual) {
            if (oddity == trouble) {
                throw new IllegalStateException("odd");
            }
            return usual.get();
        }
    }
}
