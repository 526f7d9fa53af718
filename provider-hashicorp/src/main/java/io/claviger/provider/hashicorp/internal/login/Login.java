package io.claviger.provider.hashicorp.internal.login;

import io.claviger.provider.hashicorp.internal.api.Server;
import io.claviger.spi.Call;
import io.claviger.spi.VaultFailure;

/** One way to log in, with what it needs. Immutable. */
public interface Login {

    /**
     * Returns the name of the method.
     *
     * @return {@code approle} for example
     */
    String method();

    /**
     * Logs in once. Never tries again: five wrong tries lock an account.
     *
     * @param server the server
     * @param call deadline and cancellation
     * @return who is logged in
     * @throws VaultFailure if the server refuses
     */
    Grant authenticate(Server server, Call call);
}
