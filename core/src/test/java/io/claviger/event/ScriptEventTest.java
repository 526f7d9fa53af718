package io.claviger.event;

import static io.claviger.support.Scripts.assertRefused;
import static io.claviger.support.Scripts.called;
import static io.claviger.support.Scripts.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.Reason;
import io.claviger.Role;
import io.claviger.ScriptAccess;
import io.claviger.ScriptDecision;
import io.claviger.ScriptOrigin;
import io.claviger.ScriptVault;
import io.claviger.SecretValue;
import io.claviger.event.VaultEvent.Outcome;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.LogCapture;
import io.claviger.support.Prompt;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §8, §11: what scripts do and what is decided about them is told and audited, without a value")
class ScriptEventTest {

    private static final Actor ANA = Actor.of("ana");
    private static final ScriptOrigin ORDERS = ScriptOrigin.collection("c-1", "Orders");

    private final List<VaultEvent> events = new CopyOnWriteArrayList<>();
    private final List<VaultEvent> audited = new CopyOnWriteArrayList<>();
    private volatile AuditSink sink = audited::add;
    private final Prompt prompt = new Prompt().always(ScriptDecision.ALLOW);
    private final LogCapture log = new LogCapture("ROOT");
    private final Fixture fixture = new Fixture(new FakeVault(), builder -> builder.scripts(prompt)
                    .listener(events::add)
                    .requireAudit(event -> sink.write(event))
                    .roles(actor -> Set.of(Role.MEMBER)))
            .linked("token", "token", "canary-value");
    private final ScriptAccess anas = fixture.manager.as(ANA).scripts();
    private final ScriptVault script = anas.forScript(ORDERS);

    ScriptEventTest() {
        events.clear();
        audited.clear();
    }

    @AfterEach
    void close() {
        fixture.close();
        log.close();
    }

    private List<VaultEvent> ofScripts() {
        return events.stream().filter(event -> event.script().isPresent()).toList();
    }

    private static String story(VaultEvent event) {
        return event.actor().map(Actor::id).orElse("host") + " "
                + event.type() + " "
                + event.operation().orElseThrow() + " "
                + event.script().orElseThrow() + " "
                + event.name().orElse("-") + " "
                + event.outcome()
                + event.reason().map(reason -> " " + reason).orElse("");
    }

    @Test
    void use_ofAnAllowedScript_isToldWithItsOriginAndOutcome() {
        called(script.get("token"));
        called(script.get("nobody"));
        called(script.set("token", SecretValue.ofText("canary-value")));
        called(script.unset("nobody"));

        assertThat(ofScripts())
                .extracting(ScriptEventTest::story)
                .containsExactly(
                        "ana MANAGEMENT ALLOW_SCRIPTS collection:c-1 - DONE",
                        "ana SCRIPT RESOLVE_NAME collection:c-1 token DONE",
                        "ana SCRIPT RESOLVE_NAME collection:c-1 nobody FAILED NOT_LINKED",
                        "ana MANAGEMENT WRITE_VALUE collection:c-1 token DONE",
                        "ana MANAGEMENT WRITE_VALUE collection:c-1 nobody FAILED NOT_LINKED");
    }

    @Test
    void use_ofADeniedScript_isToldAsRefused() {
        prompt.always(ScriptDecision.DENY);
        called(script.get("token"));
        called(script.unset("token"));

        assertThat(ofScripts())
                .extracting(ScriptEventTest::story)
                .containsExactly(
                        "ana MANAGEMENT DENY_SCRIPTS collection:c-1 - DONE",
                        "ana SCRIPT RESOLVE_NAME collection:c-1 token REFUSED",
                        "ana SCRIPT WRITE_VALUE collection:c-1 token REFUSED");
    }

    @Test
    void decisions_withoutAPrompt_areToldAndAudited() {
        anas.allow(ORDERS);
        anas.deny(ORDERS);
        anas.reset(ORDERS);

        List<String> done = List.of(
                "ana MANAGEMENT ALLOW_SCRIPTS collection:c-1 - DONE",
                "ana MANAGEMENT DENY_SCRIPTS collection:c-1 - DONE",
                "ana MANAGEMENT RESET_SCRIPTS collection:c-1 - DONE");
        assertThat(ofScripts()).extracting(ScriptEventTest::story).isEqualTo(done);
        assertThat(audited).hasSize(6);
        assertThat(audited.stream().filter(event -> event.outcome() == Outcome.DONE))
                .extracting(ScriptEventTest::story)
                .isEqualTo(done);
    }

    @Test
    @DisplayName("where audit is required, an answer that cannot be recorded is no answer, and a value is not stored")
    void decisionAndChange_thatCannotBeAudited_takeNoEffect() {
        anas.allow(ORDERS);
        sink = event -> {
            throw new IOException("full");
        };

        assertThat(failure(script.set("token", SecretValue.ofText("new")))).isInstanceOf(ConfigurationException.class);
        assertThat(fixture.resolve("token")).isEqualTo("canary-value");
        ScriptOrigin other = ScriptOrigin.collection("c-2", "Bills");
        assertRefused(anas.forScript(other).get("token"));
        assertThat(anas.grants()).extracting(grant -> grant.origin()).containsExactly(ORDERS);
    }

    @Test
    @DisplayName("reads of scripts do not wait for the audit")
    void read_whileTheAuditFails_goesOn() {
        anas.allow(ORDERS);
        sink = event -> {
            throw new IOException("full");
        };

        assertThat(script.get("token").join().revealText()).isEqualTo("canary-value");
    }

    @Test
    void nothingThatIsTold_holdsAValue() {
        SecretValue value = SecretValue.ofText("canary-value");
        CompletableFuture<SecretValue> given = script.get("token");
        called(script.set("token", value));
        fixture.vault.beforeReply = () -> {
            throw new IllegalStateException("canary-value");
        };
        fixture.manager.cache().reset();
        Throwable failed = failure(script.get("token"));
        prompt.always(ScriptDecision.DENY);
        anas.reset(ORDERS);
        Throwable refused = failure(script.set("token", value));

        assertThat(List.of(
                        events.toString(),
                        audited.toString(),
                        log.lines().toString(),
                        script.toString(),
                        anas.toString(),
                        anas.grants().toString(),
                        given.toString(),
                        printed(failed),
                        printed(refused)))
                .noneMatch(text -> text.contains("canary-value"));
        assertThat(failed).hasMessageContaining(Reason.UNREACHABLE.remedy());
    }

    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void names_thatScriptsGive_areBoundedAndEscaped() {
        called(script.get("\u202e\n".repeat(100_000)));

        VaultEvent use = ofScripts().get(1);
        assertThat(use.name().orElseThrow()).hasSize(256);
        assertThat(use.toString()).doesNotContain("\u202e", "\n");
    }
}
