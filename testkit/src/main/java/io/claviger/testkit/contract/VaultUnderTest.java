package io.claviger.testkit.contract;

import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.TimeSource;
import io.claviger.spi.VaultProvider;
import io.claviger.testkit.canary.LeakCanary;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the test of a provider says about its vault. Each test has an object of its own.
 *
 * <p>What a method is needed for, it names as a {@link Capability}; of a capability that is left out, it is never called.
 */
public abstract class VaultUnderTest extends VaultPeople {

    private @Nullable LeakCanary canary;

    /** Creates the part of a test that knows the vault. */
    protected VaultUnderTest() {}

    /**
     * Returns the provider.
     *
     * @return a provider, as a manager is given it
     */
    protected abstract VaultProvider provider();

    /**
     * Returns what this vault can do. Asked before each test, and before any method with {@code @BeforeEach} has run.
     *
     * @return {@link Capabilities#all()} without what it cannot
     */
    protected abstract Capabilities capabilities();

    /**
     * Returns settings that reach the vault.
     *
     * @return the settings
     */
    protected abstract Settings settings();

    /**
     * Returns credentials that the vault accepts. By default {@link Credentials#none()}.
     *
     * @return the credentials
     */
    protected Credentials credentials() {
        return Credentials.none();
    }

    /**
     * Returns where a secret is, or would be. Its alias is {@value VaultContract#ALIAS}.
     *
     * @param name letters, digits and hyphens, or one of {@link #oddNames()}
     * @return a reference to the value that {@link #store(String, SecretValue)} stores
     */
    protected abstract SecretReference reference(String name);

    /**
     * Stores a value as an administrator of the vault does: a new secret, or a new version of it. Called by several threads
     * at the same time.
     *
     * @param name the name of the secret
     * @param value its value
     * @throws Exception if it cannot be stored
     */
    protected abstract void store(String name, SecretValue value) throws Exception;

    /**
     * Stores several fields in one secret. By default as the text of a JSON object.
     *
     * @param name the name of the secret
     * @param fields letters and digits, and texts of letters, digits and hyphens
     * @throws Exception if it cannot be stored
     */
    protected void store(String name, Map<String, String> fields) throws Exception {
        StringBuilder json = new StringBuilder("{");
        fields.forEach((field, text) -> json.append(json.length() == 1 ? "" : ",")
                .append('"')
                .append(field)
                .append("\":\"")
                .append(text)
                .append('"'));
        store(name, SecretValue.ofText(json.append('}')));
    }

    /**
     * Returns names that are not of letters and digits alone, and are yet possible in this vault. By default some with a
     * blank, a letter outside of ASCII, and characters that URLs treat in their own way; and two that differ in case
     * alone.
     *
     * @return the names, each of another secret
     */
    protected List<String> oddNames() {
        return List.of("a b", "\u00fcml\u00e4ut", "100%", "a+b", "a&b;c", "50%25", "UPPER", "upper");
    }

    /**
     * Returns texts that are easily changed on their way, and possible in this vault. By default some of white space, of
     * characters that templates, shells and JSON treat in their own way, and one outside of the basic plane.
     *
     * @return the texts
     */
    protected List<String> oddTexts() {
        return List.of(
                " ",
                "two\r\nlines\n",
                "tab\there ",
                "{{vault:x}} ${x} $1 \\1 %s %41",
                "{\"not\":\"a field\"}",
                "1e400",
                "\ud83d\udd11 a\u0301 \u00e1");
    }

    /**
     * Returns the size of a large text that this vault keeps. By default 20,000 characters.
     *
     * @return the number of characters
     */
    protected int largeSize() {
        return 20_000;
    }

    /**
     * Returns the time that the vault lives in. By default the system's.
     *
     * @return the time source
     */
    protected TimeSource time() {
        return TimeSource.system();
    }

    /**
     * Returns credentials of the right kind that the vault refuses ({@link Capability#CREDENTIALS}).
     *
     * @return the credentials
     */
    protected Credentials wrongCredentials() {
        throw missing("wrongCredentials", Capability.CREDENTIALS);
    }

    /**
     * Returns a reference with a version ({@link Capability#PINNED_VERSIONS}). By default with the parameter
     * {@code version}.
     *
     * @param reference the reference
     * @param version the version, as a snapshot names it
     * @return the reference with it
     */
    protected SecretReference pinned(SecretReference reference, String version) {
        return reference.withParameter("version", version);
    }

    /**
     * Returns a version that no secret here has ({@link Capability#PINNED_VERSIONS}). By default {@code 99999}.
     *
     * @return a version in the vault's own form
     */
    protected String absentVersion() {
        return "99999";
    }

    /**
     * Removes a secret as if it had never been ({@link Capability#REMOVAL}).
     *
     * @param name the name of the secret
     * @throws Exception if it cannot be removed
     */
    protected void remove(String name) throws Exception {
        throw missing("remove", Capability.REMOVAL);
    }

    /**
     * Deletes a secret so that the vault can tell that it was there ({@link Capability#DELETION}).
     *
     * @param name the name of the secret
     * @throws Exception if it cannot be deleted
     */
    protected void delete(String name) throws Exception {
        throw missing("delete", Capability.DELETION);
    }

    /**
     * Switches a secret off ({@link Capability#DISABLING}).
     *
     * @param name the name of the secret
     * @throws Exception if it cannot be switched off
     */
    protected void disable(String name) throws Exception {
        throw missing("disable", Capability.DISABLING);
    }

    /**
     * Denies a secret to {@link #credentials()}, which may read others ({@link Capability#DENIAL}).
     *
     * @param name the name of the secret
     * @throws Exception if it cannot be denied
     */
    protected void deny(String name) throws Exception {
        throw missing("deny", Capability.DENIAL);
    }

    /**
     * Ends all sessions of {@link #credentials()} ({@link Capability#ENDED_SESSIONS}).
     *
     * @throws Exception if they cannot be ended
     */
    protected void endSessions() throws Exception {
        throw missing("endSessions", Capability.ENDED_SESSIONS);
    }

    /**
     * Has a secret give a credential under a renewable lease to each read ({@link Capability#LEASES}).
     *
     * @param name the name of the secret
     * @throws Exception if it cannot be set up
     */
    protected void lease(String name) throws Exception {
        throw missing("lease", Capability.LEASES);
    }

    /**
     * Returns values of settings that are wrong, each for itself ({@link Capability#SETTINGS}).
     *
     * @return names and wrong values; other settings are taken from {@link #settings()}
     */
    protected Map<String, String> wrongSettings() {
        throw missing("wrongSettings", Capability.SETTINGS);
    }

    /**
     * Returns the canary that watches this test. Secrets that the test hands out should be its own.
     *
     * @return the canary
     */
    protected final LeakCanary canary() {
        if (canary == null) {
            throw new IllegalStateException("The canary comes when the test has been created.");
        }
        return canary;
    }

    void canary(LeakCanary watching) {
        canary = watching;
    }
}
