package io.claviger.provider.local.internal.store;

import io.claviger.spi.Call;
import io.claviger.spi.VaultFailure;
import java.util.function.UnaryOperator;

/** Keeps the contents of one vault. Safe for use by several threads. */
public interface Store {

    /**
     * Returns what is in the vault now.
     *
     * @param call how long it may take
     * @return the contents; empty if nothing was ever stored
     * @throws VaultFailure if they cannot be read
     */
    Contents contents(Call call);

    /**
     * Changes the contents, all at once or not at all; no change of anybody else is lost.
     *
     * @param change gets what is there and returns what shall be there; the same object to change nothing
     * @param call how long it may take
     * @return the contents before the change
     * @throws VaultFailure if it cannot be done
     */
    Contents change(UnaryOperator<Contents> change, Call call);

    /**
     * Removes everything for good.
     *
     * @param call how long it may take
     * @throws VaultFailure if it cannot be done
     */
    void destroy(Call call);

    /** Forgets keys and contents. */
    void close();
}
