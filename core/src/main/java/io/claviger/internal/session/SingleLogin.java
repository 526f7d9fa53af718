package io.claviger.internal.session;

import io.claviger.Reason;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.spi.Call;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A login that can be tried once, whatever comes of it: what it needs is used up then (S14). */
public final class SingleLogin implements Login {

    private static final Failure USED_UP = Failure.of(
            Reason.REAUTHENTICATION_REQUIRED,
            "A person signed in, and their session is over. They have to sign in again.");

    private final AtomicReference<@Nullable Function<Call, Session>> unused;

    /**
     * Creates a login.
     *
     * @param redemption gives the session
     */
    public SingleLogin(Function<Call, Session> redemption) {
        this.unused = new AtomicReference<>(redemption);
    }

    @Override
    public Session logIn(VaultClient client, Call call) {
        Function<Call, Session> redemption = unused.getAndSet(null);
        if (redemption == null) {
            throw new FailureException(USED_UP);
        }
        return redemption.apply(call);
    }

    @Override
    public Failure nothingLeft() {
        return USED_UP;
    }
}
