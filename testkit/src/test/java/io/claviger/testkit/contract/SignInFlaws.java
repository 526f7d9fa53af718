package io.claviger.testkit.contract;

import io.claviger.Credentials;
import io.claviger.TimeSource;
import io.claviger.spi.Call;
import io.claviger.spi.PendingSignIn;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.Session;
import io.claviger.spi.SignInCallback;
import io.claviger.spi.SignInRequest;
import io.claviger.spi.VaultClient;
import io.claviger.testkit.contract.Flaws.Planted;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** Flaws of a provider whose vault has a sign-in page. */
final class SignInFlaws {

    private SignInFlaws() {}

    static Map<String, Planted> all() {
        Map<String, Planted> all = new LinkedHashMap<>();
        planted(all, "says nothing of its page", SignInFlaws::silent);
        planted(all, "loses the state", () -> changing((page, request) -> page.replace(request.state(), "lost")));
        planted(
                all,
                "sends the verifier ahead",
                () -> changing((page, request) -> page + "&v=" + request.codeVerifier()));
        planted(all, "trusts any code", SignInFlaws::trusting);
        planted(all, "has one session for all people", SignInFlaws::sharing);
        planted(all, "ignores the deadline of a sign-in", SignInFlaws::ignoringDeadlines);
        planted(all, "prints the address", SignInFlaws::printing);
        planted(all, "logs the code", SignInFlaws::logging);
        all.put("shares a person's session", new Planted(VaultContract.ManagedSignIn.class, SignInFlaws::sharing));
        all.put("logs in at the begin", new Planted(VaultContract.ManagedSignIn.class, SignInFlaws::eager));
        return all;
    }

    private static void planted(Map<String, Planted> all, String name, Supplier<Flaw> flaw) {
        all.put(name, new Planted(VaultContract.SignIn.class, flaw));
    }

    private static Flaw silent() {
        return new Flaw() {
            @Override
            ProviderDescriptor descriptor(ProviderDescriptor good) {
                return ProviderDescriptor.of("Silent vault")
                        .credentials(good.credentials().get(0))
                        .credentialsOptional()
                        .build();
            }
        };
    }

    /** How the address of the page is spoilt. */
    @FunctionalInterface
    private interface Change {

        String of(String page, SignInRequest request);
    }

    private static Flaw changing(Change change) {
        return signingIn((good, client, request) -> new Wrapped(good) {
            @Override
            public URI authorizationUrl() {
                return URI.create(change.of(super.authorizationUrl().toString(), request));
            }
        });
    }

    private static Flaw trusting() {
        return signingIn((good, client, request) -> new Wrapped(good) {
            @Override
            public Session complete(SignInCallback callback, Call call) {
                return client.authenticate(Credentials.none(), call);
            }
        });
    }

    private static Flaw sharing() {
        AtomicReference<Session> first = new AtomicReference<>();
        return signingIn((good, client, request) -> new Wrapped(good) {
            @Override
            public Session complete(SignInCallback callback, Call call) {
                first.compareAndSet(null, first.get() == null ? super.complete(callback, call) : null);
                return first.get();
            }
        });
    }

    private static Flaw ignoringDeadlines() {
        return signingIn((good, client, request) -> new Wrapped(good) {
            @Override
            public Session complete(SignInCallback callback, Call call) {
                return super.complete(callback, Call.within(Duration.ofSeconds(1), TimeSource.system()));
            }
        });
    }

    private static Flaw printing() {
        return signingIn((good, client, request) -> new Wrapped(good) {
            @Override
            public String toString() {
                return "SignIn[" + authorizationUrl() + "]";
            }
        });
    }

    private static Flaw logging() {
        return signingIn((good, client, request) -> new Wrapped(good) {
            @Override
            public Session complete(SignInCallback callback, Call call) {
                LoggerFactory.getLogger(SignInFlaws.class).debug("redeeming {}", callback.code());
                return super.complete(callback, call);
            }
        });
    }

    private static Flaw eager() {
        return signingIn((good, client, request) -> {
            client.authenticate(Credentials.none(), Call.within(Duration.ofSeconds(1), TimeSource.system()));
            return good;
        });
    }

    /** What becomes of a good sign-in. */
    @FunctionalInterface
    private interface Spoilt {

        PendingSignIn of(PendingSignIn good, VaultClient client, SignInRequest request);
    }

    private static Flaw signingIn(Spoilt spoilt) {
        return new Flaw() {
            @Override
            PendingSignIn signIn(VaultClient good, SignInRequest request, Call call) {
                return spoilt.of(good.signIn(request, call), good, request);
            }
        };
    }

    /** A good sign-in, but for what is overridden. */
    private static class Wrapped implements PendingSignIn {

        private final PendingSignIn good;

        Wrapped(PendingSignIn good) {
            this.good = good;
        }

        @Override
        public URI authorizationUrl() {
            return good.authorizationUrl();
        }

        @Override
        public Session complete(SignInCallback callback, Call call) {
            return good.complete(callback, call);
        }

        @Override
        public String toString() {
            return "Wrapped";
        }
    }
}
