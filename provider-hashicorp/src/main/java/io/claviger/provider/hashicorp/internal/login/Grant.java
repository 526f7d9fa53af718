package io.claviger.provider.hashicorp.internal.login;

import io.claviger.provider.hashicorp.internal.api.VaultApi;
import java.time.Duration;
import java.util.Optional;

/**
 * What a login gives.
 *
 * @param api the server's interface with the token
 * @param lifetime how long the token lasts; empty if without limit, or not told
 * @param identity the entity that the token belongs to; empty if it belongs to none, or not told
 * @param renewable whether the server can make the token last longer
 * @param minted whether the login made the token, so that it is ours to revoke
 */
public record Grant(
        VaultApi api, Optional<Duration> lifetime, Optional<String> identity, boolean renewable, boolean minted) {}
