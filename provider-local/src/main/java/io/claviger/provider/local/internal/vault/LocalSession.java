package io.claviger.provider.local.internal.vault;

import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.provider.local.internal.store.Entry;
import io.claviger.provider.local.internal.store.Store;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.util.function.Supplier;

/** Reads and writes entries of an open store. */
final class LocalSession implements Session {

    private final Store store;

    LocalSession(Store store) {
        this.store = store;
    }

    @Override
    public SecretSnapshot read(Locator locator, Call call) {
        String name = name(locator);
        Entry entry = open(() -> store.contents(call))
                .entry(name)
                .orElseThrow(() -> VaultFailure.of(
                        Kind.NOT_FOUND,
                        "The local vault has no entry '" + name + "'. Set it, or correct the spelling of the name."));
        return SecretSnapshot.ofValue(entry.value())
                .version(Long.toString(entry.revision()))
                .build();
    }

    @Override
    public void write(Locator locator, SecretValue value, Call call) {
        open(() -> store.change(contents -> contents.with(name(locator), value), call));
    }

    @Override
    public void erase(Locator locator, Call call) {
        open(() -> store.change(contents -> contents.without(name(locator)), call));
    }

    @Override
    public String toString() {
        return "LocalSession";
    }

    private static String name(Locator locator) {
        return locator.path().get(0);
    }

    /** Credentials that opened the vault and open it no more: somebody changed them, and a login may have others. */
    private static <T> T open(Supplier<T> action) {
        try {
            return action.get();
        } catch (VaultFailure failure) {
            throw failure.kind() == Kind.CREDENTIALS_REFUSED
                    ? VaultFailure.of(Kind.SESSION_ENDED, failure.detail())
                    : failure;
        }
    }
}
