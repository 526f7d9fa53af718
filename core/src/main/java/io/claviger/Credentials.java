package io.claviger;

/**
 * What proves to a vault who is asking: a token, a passphrase, a key pair.
 *
 * <p>An open interface: each provider module defines its own kinds and accepts no others. An implementation must not
 * print its material in {@link Object#toString()}; holding it in {@link SecretValue}s is enough for that.
 */
public interface Credentials {

    /**
     * Returns the credentials of a vault that asks for none, such as environment variables.
     *
     * @return no credentials
     */
    static Credentials none() {
        return NoCredentials.INSTANCE;
    }
}
