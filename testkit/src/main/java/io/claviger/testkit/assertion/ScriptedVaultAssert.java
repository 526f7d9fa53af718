package io.claviger.testkit.assertion;

import io.claviger.testkit.vault.ScriptedVault;
import io.claviger.testkit.vault.VaultCall;
import io.claviger.testkit.vault.VaultCall.Kind;
import org.assertj.core.api.AbstractAssert;

/** Assertions about what a scripted vault was asked. */
public final class ScriptedVaultAssert extends AbstractAssert<ScriptedVaultAssert, ScriptedVault> {

    ScriptedVaultAssert(ScriptedVault actual) {
        super(actual, ScriptedVaultAssert.class);
    }

    /**
     * Verifies how often it was asked for something.
     *
     * @param kind what it was asked for
     * @param number the expected number of calls, failed ones included
     * @return this assertion
     */
    public ScriptedVaultAssert wasAsked(Kind kind, int number) {
        isNotNull();
        long found = actual.calls(kind);
        if (found != number) {
            failWithMessage("Expected %d calls of kind <%s>, but there were %d:%n%s", number, kind, found, log());
        }
        return this;
    }

    /**
     * Verifies how often a secret was read.
     *
     * @param path its path
     * @param number the expected number of reads, failed ones included
     * @return this assertion
     */
    public ScriptedVaultAssert wasRead(String path, int number) {
        isNotNull();
        long found = actual.calls().stream()
                .filter(call -> call.kind() == Kind.READ && call.subject().equals(path))
                .count();
        if (found != number) {
            failWithMessage("Expected %d reads of <%s>, but there were %d:%n%s", number, path, found, log());
        }
        return this;
    }

    /**
     * Verifies that it was left alone.
     *
     * @return this assertion
     */
    public ScriptedVaultAssert wasNotAsked() {
        isNotNull();
        if (!actual.calls().isEmpty()) {
            failWithMessage("Expected no calls, but there were:%n%s", log());
        }
        return this;
    }

    private String log() {
        return String.join(
                System.lineSeparator(),
                actual.calls().stream().map(VaultCall::toString).toList());
    }
}
