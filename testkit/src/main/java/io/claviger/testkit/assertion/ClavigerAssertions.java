package io.claviger.testkit.assertion;

import io.claviger.Rendering;
import io.claviger.Resolution;
import io.claviger.SecretValue;
import io.claviger.UnresolvedException;
import io.claviger.event.VaultEvent;
import io.claviger.testkit.vault.ScriptedVault;
import java.util.Collection;

/** Where assertions for what Claviger gives begin. */
public final class ClavigerAssertions {

    private ClavigerAssertions() {}

    /**
     * Begins assertions about what became of one reference.
     *
     * @param actual the resolution
     * @return its assertions
     */
    public static ResolutionAssert assertThat(Resolution actual) {
        return new ResolutionAssert(actual);
    }

    /**
     * Begins assertions about the first failure of an exception.
     *
     * @param actual the exception
     * @return the assertions of the resolution that it lists first
     */
    public static ResolutionAssert assertThat(UnresolvedException actual) {
        return new ResolutionAssert(actual.failures().get(0));
    }

    /**
     * Begins assertions about a value.
     *
     * @param actual the value
     * @return its assertions
     */
    public static SecretValueAssert assertThat(SecretValue actual) {
        return new SecretValueAssert(actual);
    }

    /**
     * Begins assertions about a rendered text.
     *
     * @param actual the rendering
     * @return its assertions
     */
    public static RenderingAssert assertThat(Rendering actual) {
        return new RenderingAssert(actual);
    }

    /**
     * Begins assertions about what a vault was asked.
     *
     * @param actual the vault
     * @return its assertions
     */
    public static ScriptedVaultAssert assertThat(ScriptedVault actual) {
        return new ScriptedVaultAssert(actual);
    }

    /**
     * Begins assertions about events.
     *
     * @param actual the events, in order
     * @return their assertions
     */
    public static EventsAssert assertThatEvents(Collection<VaultEvent> actual) {
        return new EventsAssert(actual);
    }

    /**
     * Begins assertions about what a text gives away.
     *
     * @param actual a log, a page, a message
     * @return its assertions
     */
    public static RedactionAssert assertThatText(String actual) {
        return new RedactionAssert(actual);
    }
}
