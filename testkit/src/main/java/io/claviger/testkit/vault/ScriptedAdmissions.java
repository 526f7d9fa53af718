package io.claviger.testkit.vault;

import io.claviger.SecretValue;
import java.time.Duration;
import java.util.List;

/** Whom a scripted vault lets in, and for how long. Safe for use by several threads. */
abstract class ScriptedAdmissions extends ScriptedFaults {

    private final Desk desk = new Desk();
    private final ScriptedSignInPage page = new ScriptedSignInPage();

    ScriptedAdmissions(Weather weather) {
        super(weather);
    }

    /**
     * Requires a password of a user. By default every password is taken.
     *
     * @param user the user
     * @param password the only one that is taken from now on
     */
    public void requirePassword(String user, SecretValue password) {
        desk.password(user, password);
    }

    /** Ends every session, as an administrator of a vault can. */
    public void endSessions() {
        desk.endSessions();
    }

    /**
     * Limits how long sessions last that begin from now on. By default without limit.
     *
     * @param lifetime how long
     */
    public void sessionsLast(Duration lifetime) {
        desk.lifetime(lifetime);
    }

    /**
     * Lets sessions be renewed. By default they cannot be.
     *
     * @param extension how long a session lasts from its renewal
     */
    public void renewSessions(Duration extension) {
        desk.renewal(extension);
    }

    /**
     * Returns the page at which people sign in.
     *
     * @return the page, which a test visits in place of a browser
     */
    public ScriptedSignInPage signInPage() {
        return page;
    }

    /**
     * Returns the tokens that it has given to sessions, ended ones included: so that a test can make sure that they show
     * nowhere, and count the sessions.
     *
     * @return the tokens until now, one for each login and each completed sign-in
     */
    public List<String> tokens() {
        return desk.issued();
    }

    Desk desk() {
        return desk;
    }
}
