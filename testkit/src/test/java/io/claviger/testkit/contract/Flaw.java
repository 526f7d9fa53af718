package io.claviger.testkit.contract;

import io.claviger.SecretSnapshot;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.PendingSignIn;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.Session;
import io.claviger.spi.SignInRequest;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** What a provider does wrong: what is not overridden it does right. */
abstract class Flaw {

    /** How the good provider reads. */
    @FunctionalInterface
    interface Read {

        SecretSnapshot at(Locator locator, Call call);
    }

    SecretSnapshot read(Locator locator, Call call, Read good) {
        return good.at(locator, call);
    }

    <T> T attempt(Supplier<T> good) {
        return good.get();
    }

    Location locate(Location good) {
        return good;
    }

    ProviderDescriptor descriptor(ProviderDescriptor good) {
        return good;
    }

    PendingSignIn signIn(VaultClient good, SignInRequest request, Call call) {
        return good.signIn(request, call);
    }

    Optional<Duration> renew(Session good, Call call) {
        return good.renew(call);
    }

    boolean revoke(Session good, Call call) {
        return good.revoke(call);
    }

    void erase(Session good, Locator locator, Call call) {
        good.erase(locator, call);
    }

    String text() {
        return "FlawedSession";
    }

    void close() {}

    /** Takes one kind of failure for another. */
    static Flaw confusing(VaultFailure.Kind kind, VaultFailure.Kind other) {
        return new Flaw() {
            @Override
            <T> T attempt(Supplier<T> good) {
                try {
                    return good.get();
                } catch (VaultFailure failure) {
                    throw failure.kind() == kind ? VaultFailure.of(other, failure.detail()) : failure;
                }
            }
        };
    }
}
