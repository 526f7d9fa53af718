package io.claviger.model;

import io.claviger.spi.VaultFailure.Kind;

/** Credentials, and whether they can still be used. */
final class ModelCredentials {

    final Login login;
    final String whose;
    // those for one login: given out, and held back because the vault did not answer
    private boolean given;
    private boolean held;

    ModelCredentials(Login login, String whose) {
        this.login = login;
        this.whose = whose;
    }

    /** The same source, in a connection that takes nothing else over. */
    ModelCredentials kept() {
        ModelCredentials kept = new ModelCredentials(login, whose);
        kept.given = given;
        return kept;
    }

    boolean available() {
        return !login.once() || !given || held;
    }

    boolean right() {
        return available() && !login.wrong();
    }

    void tried(Contact contact) {
        given = true;
        held = contact.failedWith(Kind.UNAVAILABLE);
    }
}
