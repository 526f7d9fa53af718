package io.claviger;

import static io.claviger.support.Scripts.assertGives;
import static io.claviger.support.Scripts.assertRefused;
import static io.claviger.support.Scripts.assertThrown;
import static io.claviger.support.Scripts.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Prompt;
import io.claviger.support.ReadOnlyVault;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §8: scripts get, set and unset by name, with the rights of whom they run for, and only if allowed")
class ScriptAccessTest {

    private static final ScriptOrigin ORDERS = ScriptOrigin.collection("c-1", "Orders");
    private static final Actor PARTNER = Actor.of("paul");
    private static final Actor MEMBER = Actor.of("max");
    private static final Actor OTHER = Actor.of("mia");

    private final Prompt prompt = new Prompt().always(ScriptDecision.ALLOW);
    private final Fixture fixture = new Fixture(new FakeVault(), builder -> builder.provider(new ReadOnlyVault())
                    .scripts(prompt)
                    .roles(actor -> Set.of(actor.equals(PARTNER) ? Role.PARTNER : Role.MEMBER)))
            .linked("token", "token", "old");
    private final ScriptVault script = fixture.manager.scripts().forScript(ORDERS);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void everyCall_byDefault_isRefused() {
        try (Fixture off = new Fixture().linked("token", "token", "old")) {
            ScriptVault denied = off.manager.scripts().forScript(ORDERS);

            assertRefused(denied.get("token"));
            assertRefused(denied.set("token", SecretValue.ofText("new")));
            assertRefused(denied.unset("token"));
            assertThatThrownBy(() -> off.manager.scripts().allow(ORDERS))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("Script access is off");
            assertThat(off.manager.scripts().grants()).isEmpty();
            assertThat(off.vault.logins).hasValue(0);
            assertThat(off.resolve("token")).isEqualTo("old");
        }
    }

    @Test
    void calls_ofAnAllowedScript_getSetAndUnset() {
        assertGives(script.get("token"), "old");

        assertThat(script.set("token", SecretValue.ofText("new"))).isCompletedWithValue(null);
        assertGives(script.get("token"), "new");

        assertThat(script.unset("token")).isCompletedWithValue(null);
        assertThat(failure(script.get("token")))
                .isInstanceOfSatisfying(
                        UnresolvedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
    }

    @Test
    @DisplayName("set and unset follow the rules of the manager's own (S6)")
    void change_thatTheManagerWouldRefuse_isRefusedInTheSameWay() {
        fixture.manager.connect("external", "read-only", Settings.empty());
        fixture.manager.link("fixed", SecretReference.of("external", "x"));
        SecretValue value = SecretValue.ofText("canary-value");

        assertThat(failure(script.set("fixed", value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("read-only")
                .hasMessageNotContaining("canary-value");
        assertThat(failure(script.unset("fixed"))).isInstanceOf(ConfigurationException.class);
        assertThat(failure(script.set("nobody", value)))
                .isInstanceOfSatisfying(
                        UnresolvedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_LINKED));
        assertThrown(script.unset("nobody"), UnresolvedException.class);
    }

    @Test
    @DisplayName("a denied script has no upstream read and cannot tell a name that exists from one that does not")
    void everyCall_ofADeniedScript_isTheSameRefusal() {
        prompt.always(ScriptDecision.DENY);

        for (String name : Set.of("token", "nobody", "not a name\u202e")) {
            assertRefused(script.get(name));
            assertRefused(script.set(name, SecretValue.ofText("new")));
            assertRefused(script.unset(name));
        }

        assertThat(fixture.vault.logins).hasValue(0);
        assertThat(fixture.vault.reads).isEmpty();
        assertThat(fixture.resolve("token")).isEqualTo("old");
    }

    @Test
    void script_whileTheValueIsCached_isDeniedAllTheSame() {
        fixture.resolve("token");
        prompt.always(ScriptDecision.DENY);

        assertRefused(script.get("token"));
    }

    @Test
    void script_ofAnActorWithoutTheRight_isRefusedAndNobodyIsAsked() {
        ScriptVault partners = fixture.manager.as(PARTNER).scripts().forScript(ORDERS);

        assertThat(failure(partners.get("token")))
                .isInstanceOfSatisfying(AccessRefusedException.class, e -> assertThat(e.operation())
                        .isEqualTo(Operation.USE_SCRIPT));
        assertThatThrownBy(() -> fixture.manager.as(PARTNER).scripts().allow(ORDERS))
                .isInstanceOf(AccessRefusedException.class);
        assertThatThrownBy(() -> fixture.manager.as(PARTNER).scripts().resetAll())
                .isInstanceOf(AccessRefusedException.class);
        assertThatThrownBy(() -> fixture.manager.as(PARTNER).scripts().grants())
                .isInstanceOf(AccessRefusedException.class);
        assertThat(prompt.questions).isEmpty();
    }

    @Test
    @DisplayName("an allowed script may do no more than its actor")
    void script_ofAMember_readsThroughNobodyElsesVault() {
        fixture.manager.as(OTHER).connect("mias", "fake", Settings.empty(), Fixture.renewing("mia"));
        fixture.manager.link("mias_token", SecretReference.of("mias", "token"));
        ScriptVault members = fixture.manager.as(MEMBER).scripts().forScript(ORDERS);

        assertGives(members.get("token"), "old");
        assertThat(failure(members.get("mias_token")))
                .isInstanceOfSatisfying(AccessRefusedException.class, e -> assertThat(e.operation())
                        .isEqualTo(Operation.RESOLVE_NAME));
        assertThat(failure(members.unset("mias_token"))).isInstanceOf(AccessRefusedException.class);
    }

    @Test
    void decision_thatTheActorMayNotTake_isNotTaken() {
        Prompt yes = new Prompt().always(ScriptDecision.ALLOW);
        AccessPolicy noGrants = request -> request.operation() == Operation.ALLOW_SCRIPTS
                ? AccessDecision.refused(Set.of(Role.ADMIN))
                : AccessDecision.permitted();
        try (Fixture strict = new Fixture(
                        new FakeVault(), builder -> builder.scripts(yes).accessPolicy(noGrants))
                .linked("token", "token", "old")) {
            ScriptAccess access = strict.manager.as(MEMBER).scripts();

            assertRefused(access.forScript(ORDERS).get("token"));
            assertThat(access.grants()).isEmpty();
            assertThat(strict.vault.reads).isEmpty();
        }
    }

    @Test
    void get_whoseVaultDoesNotAnswer_failsAtTheDeadline() {
        fixture.vault.beforeReply = () -> fixture.time.advance(Duration.ofSeconds(11));

        assertThat(failure(script.get("token")))
                .isInstanceOfSatisfying(
                        UnresolvedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
    }

    @Test
    void everyCall_onceTheManagerIsClosed_failsAsAnyOther() {
        fixture.manager.close();

        assertThat(failure(script.get("token"))).isInstanceOf(IllegalStateException.class);
        assertThat(failure(script.unset("token"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fixture.manager.scripts().forScript(ORDERS)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fixture.manager.scripts().grants()).isInstanceOf(IllegalStateException.class);
    }
}
