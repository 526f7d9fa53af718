package io.claviger.testkit.vault;

import io.claviger.Credentials;
import io.claviger.SecretValue;

/** Whom a {@link ScriptedVault} is asked by. Immutable; {@link #toString()} shows no password. */
public final class ScriptedCredentials implements Credentials {

    private final String user;
    private final SecretValue password;

    private ScriptedCredentials(String user, SecretValue password) {
        this.user = user;
        this.password = password;
    }

    /**
     * Returns credentials with an empty password.
     *
     * @param user who asks
     * @return the credentials
     */
    public static ScriptedCredentials of(String user) {
        return of(user, SecretValue.ofText(""));
    }

    /**
     * Returns credentials.
     *
     * @param user who asks
     * @param password proves it, where the vault requires a password of this user
     * @return the credentials
     */
    public static ScriptedCredentials of(String user, SecretValue password) {
        return new ScriptedCredentials(user, password);
    }

    /**
     * Returns who asks.
     *
     * @return the user
     */
    public String user() {
        return user;
    }

    SecretValue password() {
        return password;
    }

    @Override
    public String toString() {
        return "ScriptedCredentials[" + user + "]";
    }
}
