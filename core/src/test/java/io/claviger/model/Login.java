package io.claviger.model;

import io.claviger.CredentialSource;
import io.claviger.Credentials;

/** How an integration is given its credentials. */
enum Login {
    /** Asked again at each login. */
    LASTING(""),
    /** Of another identity. */
    LASTING_OTHER("-other"),
    /** For one login only. */
    ONCE(""),
    /** Not accepted by the vault. */
    WRONG("-wrong"),
    /** People sign in one by one; only for connecting. */
    PER_ACTOR("");

    private static final String SECRET = Secrets.MARK + "credential of ";

    private final String identity;

    Login(String identity) {
        this.identity = identity;
    }

    boolean perActor() {
        return this == PER_ACTOR;
    }

    boolean once() {
        return this == ONCE;
    }

    boolean wrong() {
        return this == WRONG;
    }

    /** Whom the credentials prove: a robot of the integration, or the actor who signs in. */
    String principal(String whose) {
        return whose + identity;
    }

    /** Whose credentials proved a principal. */
    static String whose(String principal) {
        int end = principal.indexOf('-');
        return end < 0 ? principal : principal.substring(0, end);
    }

    CredentialSource source(String whose) {
        Key key = new Key(principal(whose), SECRET + whose, !wrong());
        return switch (this) {
            case LASTING, LASTING_OTHER, WRONG -> CredentialSource.renewing(() -> key);
            case ONCE -> CredentialSource.once(key);
            case PER_ACTOR -> CredentialSource.perActor();
        };
    }

    /** Credentials; whoever prints them leaks. */
    record Key(String principal, String secret, boolean right) implements Credentials {}
}
