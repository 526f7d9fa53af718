package io.claviger.examples.teamvault;

import io.claviger.ClavigerException;
import io.claviger.ScriptDecision;
import io.claviger.ScriptOrigin;
import io.claviger.ScriptPrompt;
import io.claviger.ScriptVault;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Scripts that the program runs ask for secrets; a person answers once for each workspace. */
final class Scripts {

    private static final ScriptOrigin SHOP = ScriptOrigin.workspace("w-1", "Shop");
    private static final ScriptOrigin PLAYGROUND = ScriptOrigin.workspace("w-2", "Playground");

    private final Office office;
    private final Narrator narrator;

    Scripts(Office office) {
        this.office = office;
        this.narrator = office.narrator();
    }

    void tell() {
        narrator.chapter("Scripts may use secrets in one workspace, and not in another");
        run(ScriptOrigin.collection("c-1", "Checkout").within(SHOP));
        run(ScriptOrigin.collection("c-2", "Refunds").within(SHOP));
        run(ScriptOrigin.collection("c-3", "Experiments").within(PLAYGROUND));
        office.as(People.EVE)
                .scripts()
                .grants()
                .forEach(grant -> narrator.line(
                        "   remembered for eve: " + grant.origin() + (grant.allowed() ? " allowed" : " denied")));
    }

    private void run(ScriptOrigin origin) {
        ScriptVault vault = office.as(People.EVE).scripts().forScript(origin);
        try {
            narrator.line("a script of " + origin.title() + ": guest_wifi -> "
                    + vault.get("guest_wifi").join());
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof ClavigerException refused)) {
                throw e;
            }
            narrator.line("a script of " + origin.title() + " -> " + refused.getMessage());
        }
    }

    /** Answers for Eve, who would be shown a dialog. */
    static ScriptPrompt prompt(Narrator narrator) {
        return (origin, actor) -> {
            boolean trusted = origin.workspace().filter(SHOP::equals).isPresent();
            narrator.line("eve is asked about " + origin.title() + ", and answers "
                    + (trusted ? "yes, for the whole workspace" : "no, for the whole workspace"));
            return CompletableFuture.completedFuture(
                    trusted ? ScriptDecision.ALLOW_WORKSPACE : ScriptDecision.DENY_WORKSPACE);
        };
    }
}
