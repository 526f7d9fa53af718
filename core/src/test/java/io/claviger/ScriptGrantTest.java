package io.claviger;

import static io.claviger.support.Scripts.assertGives;
import static io.claviger.support.Scripts.assertRefused;
import static io.claviger.support.Scripts.called;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Prompt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §8: what is decided about a collection or workspace is remembered, and can be reset")
class ScriptGrantTest {

    private static final ScriptOrigin SALES = ScriptOrigin.workspace("w-1", "Sales");
    private static final ScriptOrigin ORDERS =
            ScriptOrigin.collection("c-1", "Orders").within(SALES);
    private static final ScriptOrigin BILLS =
            ScriptOrigin.collection("c-2", "Bills").within(SALES);
    private static final Actor ANA = Actor.of("ana");
    private static final Actor BEN = Actor.of("ben");

    private final Prompt prompt = new Prompt();
    private final Fixture fixture = new Fixture(
                    new FakeVault(), builder -> builder.scripts(prompt).roles(actor -> Set.of(Role.MEMBER)))
            .linked("token", "token", "value");
    private final ScriptAccess scripts = fixture.manager.scripts();

    @AfterEach
    void close() {
        fixture.close();
    }

    private CompletableFuture<SecretValue> get(ScriptOrigin origin) {
        return scripts.forScript(origin).get("token");
    }

    @Test
    void decision_isRememberedForTheNextRun() {
        prompt.always(ScriptDecision.ALLOW);
        called(get(ORDERS));
        prompt.always(ScriptDecision.DENY);
        called(get(BILLS));

        assertGives(get(ScriptOrigin.collection("c-1", "renamed")), "value");
        assertRefused(get(BILLS));
        assertThat(prompt.questions).hasSize(2);
        assertThat(scripts.grants()).containsExactly(new ScriptGrant(ORDERS, true), new ScriptGrant(BILLS, false));
    }

    @Test
    void decisionOnce_holdsForItsRunAndThoseThatWaitedWithIt() {
        ScriptVault run = scripts.forScript(ORDERS);
        ScriptVault waiting = scripts.forScript(ORDERS);
        called(run.get("token"));
        called(waiting.get("token"));
        prompt.answer(ScriptDecision.ALLOW_ONCE);
        prompt.always(ScriptDecision.DENY_ONCE);

        assertGives(run.get("token"), "value");
        assertGives(waiting.get("token"), "value");
        assertRefused(get(ORDERS));
        assertGives(run.get("token"), "value");
        assertThat(scripts.grants()).isEmpty();
    }

    @Test
    void decisionAboutTheWorkspace_holdsForAllItsCollections() {
        prompt.always(ScriptDecision.ALLOW_WORKSPACE);
        called(get(ORDERS));

        assertGives(get(BILLS), "value");
        assertGives(get(SALES), "value");
        assertThat(prompt.questions).hasSize(1);
        assertThat(scripts.grants()).containsExactly(new ScriptGrant(SALES, true));
    }

    @Test
    void decisionAboutTheWorkspace_ofACollectionInNone_isAboutTheCollection() {
        ScriptOrigin alone = ScriptOrigin.collection("c-3", "Alone");
        prompt.always(ScriptDecision.DENY_WORKSPACE);
        called(get(alone));

        assertThat(scripts.grants()).containsExactly(new ScriptGrant(alone, false));
    }

    @Test
    void decisionAboutTheCollection_goesBeforeThatAboutItsWorkspace() {
        scripts.allow(SALES);
        scripts.deny(ORDERS);

        assertRefused(get(ORDERS));
        assertGives(get(BILLS), "value");
    }

    @Test
    void decision_ofOneActor_isNobodyElses() {
        prompt.always(ScriptDecision.ALLOW);
        ScriptAccess anas = fixture.manager.as(ANA).scripts();
        assertGives(anas.forScript(ORDERS).get("token"), "value");
        prompt.always(ScriptDecision.DENY);

        assertRefused(fixture.manager.as(BEN).scripts().forScript(ORDERS).get("token"));
        assertRefused(get(ORDERS));
        assertGives(fixture.manager.as(ANA).scripts().forScript(ORDERS).get("token"), "value");
        assertThat(prompt.questions).containsExactly("ana collection:c-1", "ben collection:c-1", "host collection:c-1");
        assertThat(anas.grants()).containsExactly(new ScriptGrant(ORDERS, true));
    }

    @Test
    void reset_ofARunningScript_asksAgainAtItsNextCall() {
        ScriptVault remembered = scripts.forScript(ORDERS);
        ScriptVault once = scripts.forScript(BILLS);
        prompt.always(ScriptDecision.ALLOW);
        assertGives(remembered.get("token"), "value");
        prompt.always(ScriptDecision.ALLOW_ONCE);
        assertGives(once.get("token"), "value");
        prompt.always(ScriptDecision.DENY);

        scripts.reset(ORDERS);
        assertRefused(remembered.get("token"));
        assertGives(once.get("token"), "value");

        scripts.reset(BILLS);
        assertRefused(once.get("token"));
    }

    @Test
    void resetAll_forgetsWhatThisActorDecidedAndNothingElse() {
        fixture.manager.as(ANA).scripts().allow(ORDERS);
        scripts.allow(ORDERS);
        scripts.deny(SALES);

        scripts.resetAll();

        assertThat(scripts.grants()).isEmpty();
        assertThat(fixture.manager.as(ANA).scripts().grants()).hasSize(1);
    }

    @Test
    @DisplayName("S12: a leaver's decisions about scripts end with them, and nobody else's")
    void actor_whoIsForgotten_leavesNoDecisionBehind() {
        prompt.always(ScriptDecision.ALLOW_ONCE);
        ScriptVault once = fixture.manager.as(ANA).scripts().forScript(BILLS);
        assertGives(once.get("token"), "value");
        fixture.manager.as(ANA).scripts().allow(ORDERS);
        fixture.manager.as(BEN).scripts().allow(ORDERS);
        prompt.later();
        CompletableFuture<SecretValue> waiting =
                fixture.manager.as(ANA).scripts().forScript(SALES).get("token");

        fixture.manager.forget(ANA);

        assertRefused(waiting);
        assertThat(fixture.manager.as(ANA).scripts().grants()).isEmpty();
        assertThat(fixture.manager.as(BEN).scripts().grants()).hasSize(1);
        prompt.always(ScriptDecision.DENY);
        assertRefused(once.get("token"));
    }

    @Test
    void reset_whileAQuestionIsOpen_refusesThoseWhoWaitAndVoidsTheAnswer() {
        CompletableFuture<SecretValue> given = get(ORDERS);
        scripts.reset(ORDERS);
        assertRefused(given);

        prompt.answer(ScriptDecision.ALLOW);
        assertThat(scripts.grants()).isEmpty();

        prompt.always(ScriptDecision.ALLOW);
        assertGives(get(ORDERS), "value");
    }

    @Test
    void allowOrDeny_whileAQuestionIsOpen_answersIt() {
        CompletableFuture<SecretValue> orders = get(ORDERS);
        CompletableFuture<SecretValue> bills = get(BILLS);
        scripts.allow(ORDERS);
        scripts.deny(BILLS);
        prompt.answer(ScriptDecision.DENY);

        assertGives(orders, "value");
        assertRefused(bills);
        assertThat(scripts.grants()).containsExactly(new ScriptGrant(ORDERS, true), new ScriptGrant(BILLS, false));
    }

    @Test
    @DisplayName("a value never passes to a script that is denied while it is read")
    void deny_whileAValueIsRead_keepsItBack() {
        scripts.allow(ORDERS);
        fixture.vault.beforeReply = () -> scripts.deny(ORDERS);

        assertRefused(get(ORDERS));
        assertThat(fixture.vault.reads).hasSize(1);
    }

    @Test
    void origin_withoutAnIdOrInTheWrongPlace_isRefused() {
        assertThatThrownBy(() -> ScriptOrigin.collection(" ", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ScriptOrigin.workspace("x".repeat(257), "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SALES.within(SALES)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ORDERS.within(BILLS)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ScriptOrigin.collection("a\u202e\n", "x")).hasToString("collection:a\\u202e\\u000a");
    }
}
