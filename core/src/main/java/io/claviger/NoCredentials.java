package io.claviger;

/** The credentials of a vault that asks for none. */
enum NoCredentials implements Credentials {
    INSTANCE;

    @Override
    public String toString() {
        return "no credentials";
    }
}
