package io.claviger.testkit.contract;

import io.claviger.SecretSnapshot;
import io.claviger.TimeSource;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Flaws of sessions, clients and threads. */
final class LifeFlaws {

    private LifeFlaws() {}

    static Flaw renewingNothing() {
        return new Flaw() {
            @Override
            Optional<Duration> renew(Session good, Call call) {
                return Optional.empty();
            }
        };
    }

    static Flaw revokingNothing() {
        return new Flaw() {
            @Override
            boolean revoke(Session good, Call call) {
                return true;
            }
        };
    }

    static Flaw ignoringDeadlines() {
        return new Flaw() {
            @Override
            SecretSnapshot read(Locator locator, Call call, Read good) {
                return good.at(locator, Call.within(Duration.ofSeconds(1), TimeSource.system()));
            }
        };
    }

    /** Keeps what it is asked in one place, where another thread may write, too. */
    // yielding only helps the threads to meet
    @SuppressWarnings("ThreadPriorityCheck")
    static Flaw forOneThread() {
        AtomicReference<Locator> asked = new AtomicReference<>();
        return new Flaw() {
            @Override
            SecretSnapshot read(Locator locator, Call call, Read good) {
                asked.set(locator);
                for (int i = 0; i < 1000 && asked.get().equals(locator); i++) {
                    Thread.yield();
                }
                return good.at(asked.get(), call);
            }
        };
    }

    static Flaw closingForAll() {
        AtomicBoolean closed = new AtomicBoolean();
        return new Flaw() {
            @Override
            SecretSnapshot read(Locator locator, Call call, Read good) {
                if (closed.get()) {
                    throw VaultFailure.of(Kind.UNAVAILABLE, "The pool of connections is closed.");
                }
                return good.at(locator, call);
            }

            @Override
            void close() {
                closed.set(true);
            }
        };
    }

    static Flaw erasingNothing() {
        return new Flaw() {
            @Override
            void erase(Session good, Locator locator, Call call) {}
        };
    }

    static Flaw describingItselfAnew() {
        AtomicInteger count = new AtomicInteger();
        return new Flaw() {
            @Override
            ProviderDescriptor descriptor(ProviderDescriptor good) {
                return ProviderDescriptor.of("Flawed vault " + count.incrementAndGet())
                        .credentials(good.credentials().get(0))
                        .build();
            }
        };
    }
}
