package io.claviger.provider.hashicorp;

import io.claviger.ConfigurationException;
import io.claviger.Credentials;
import io.claviger.SecretValue;
import io.claviger.provider.hashicorp.internal.login.AppRoleLogin;
import io.claviger.provider.hashicorp.internal.login.Login;
import io.claviger.provider.hashicorp.internal.login.TokenLogin;

/**
 * What HashiCorp Vault and OpenBao accept as proof of who is asking. Immutable; {@link #toString()} shows no material.
 *
 * <p>White space around tokens and ids is dropped, because files and variables often end with a line break.
 */
public final class HashicorpCredentials implements Credentials {

    private final transient Login login;

    private HashicorpCredentials(Login login) {
        this.login = login;
    }

    /**
     * Returns a token that the host has. It is used until it ends, and never revoked by this library.
     *
     * @param token the token
     * @return the credentials
     * @throws ConfigurationException if it is empty or has characters that no token has
     */
    public static HashicorpCredentials token(SecretValue token) {
        return new HashicorpCredentials(TokenLogin.of(token));
    }

    /**
     * Returns a token that the host has. It is used until it ends, and never revoked by this library.
     *
     * @param token the token
     * @return the credentials
     * @throws ConfigurationException if it is empty or has characters that no token has
     */
    public static HashicorpCredentials token(String token) {
        return token(SecretValue.ofText(token));
    }

    /**
     * Returns a login by the AppRole method, at the path that the setting {@code auth-mount} names. Its token is revoked
     * when the integration is disconnected.
     *
     * @param roleId the id of the role
     * @param secretId the secret id of the role
     * @return the credentials
     * @throws ConfigurationException if one of them is empty
     */
    public static HashicorpCredentials appRole(String roleId, SecretValue secretId) {
        return new HashicorpCredentials(AppRoleLogin.of(roleId, secretId));
    }

    /**
     * Returns a login by the AppRole method, at the path that the setting {@code auth-mount} names. Its token is revoked
     * when the integration is disconnected.
     *
     * @param roleId the id of the role
     * @param secretId the secret id of the role
     * @return the credentials
     * @throws ConfigurationException if one of them is empty
     */
    public static HashicorpCredentials appRole(String roleId, String secretId) {
        return appRole(roleId, SecretValue.ofText(secretId));
    }

    Login login() {
        return login;
    }

    /** Returns the method of the login, and nothing of what it proves itself with. */
    @Override
    public String toString() {
        return "HashicorpCredentials[" + login.method() + "]";
    }
}
