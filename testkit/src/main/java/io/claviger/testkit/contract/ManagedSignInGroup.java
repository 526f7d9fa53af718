package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.claviger.Actor;
import io.claviger.IntegrationManager;
import io.claviger.Reason;
import io.claviger.Resolution;
import io.claviger.SecretValue;
import io.claviger.SignIn;
import io.claviger.UnresolvedException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** People sign in through a manager, as a host with a redirect of its own has them do. */
abstract class ManagedSignInGroup extends SignInSteps {

    private static final Actor ACTOR_ANA = Actor.of(ANA);
    private static final Actor ACTOR_BEN = Actor.of(BEN);
    private static final Duration LONGER_THAN_A_SIGN_IN = Duration.ofMinutes(11);

    ManagedSignInGroup(VaultContract vault) {
        super(vault);
    }

    private SignIn begin(IntegrationManager manager, Actor actor) {
        SignIn begun = canary().see(manager.as(actor).beginSignIn(VaultContract.ALIAS, vault.redirect()));
        Query.of(begun.url()).all("state").forEach(canary()::watch);
        return begun;
    }

    private void assertRefused(IntegrationManager manager, Actor actor, URI callback) {
        Throwable refusal = catchThrowable(() -> manager.as(actor).completeSignIn(callback));
        assertThat(refusal).as("the refusal of a callback").isInstanceOf(UnresolvedException.class);
        canary().see(refusal);
    }

    private Resolution attempt(IntegrationManager manager, Actor actor, String name) {
        return canary().see(manager.as(actor).resolver().attempt(vault.reference(name)));
    }

    private void assertReads(IntegrationManager manager, Actor actor, String name, SecretValue value) {
        assertThat(attempt(manager, actor, name).orElseThrow().hasSameContentAs(value))
                .as("whether %s reads what was stored", actor.id())
                .isTrue();
    }

    private void assertReadsNothing(IntegrationManager manager, Actor actor, String name) {
        assertThat(attempt(manager, actor, name).reason())
                .as("why %s reads nothing", actor.id())
                .contains(Reason.REAUTHENTICATION_REQUIRED);
    }

    @Needs(Capability.SIGN_IN)
    @Test
    @DisplayName("two people who sign in at the same time have two sessions, and each their own")
    void completeSignIn_ofTwoPeople_givesTwoSessions() throws Exception {
        SecretValue value = canary().value();
        String name = stored(value);
        try (IntegrationManager manager = Managers.ofPeople(vault, vault.time())) {
            URI ana = visit(begin(manager, ACTOR_ANA).url(), ANA);
            URI ben = visit(begin(manager, ACTOR_BEN).url(), BEN);
            canary().see(manager.as(ACTOR_BEN).completeSignIn(ben));
            assertReadsNothing(manager, ACTOR_ANA, name);
            canary().see(manager.as(ACTOR_ANA).completeSignIn(ana));
            assertReads(manager, ACTOR_ANA, name, value);
            assertReads(manager, ACTOR_BEN, name, value);
            assertThat(tokens()).as("the tokens of two people").hasSize(2).doesNotHaveDuplicates();
            manager.forget(ACTOR_ANA);
            assertReadsNothing(manager, ACTOR_ANA, name);
            manager.cache().reset();
            assertReads(manager, ACTOR_BEN, name, value);
        }
    }

    @Needs(Capability.SIGN_IN)
    @Test
    @DisplayName("a callback of another state or of somebody else is refused, and spoils nothing")
    void completeSignIn_wrongCallback_isRefused() throws Exception {
        SecretValue value = canary().value();
        String name = stored(value);
        try (IntegrationManager manager = Managers.ofPeople(vault, vault.time())) {
            SignIn begun = begin(manager, ACTOR_ANA);
            URI callback = visit(begun.url(), ANA);
            String state = Query.of(begun.url()).all("state").get(0);
            assertRefused(
                    manager, ACTOR_ANA, URI.create(callback.toString().replace(state, "x" + state.substring(1) + "y")));
            assertRefused(manager, ACTOR_BEN, callback);
            assertThat(tokens()).as("tokens of refused callbacks").isEmpty();
            assertReadsNothing(manager, ACTOR_BEN, name);
            manager.as(ACTOR_ANA).completeSignIn(callback);
            assertReads(manager, ACTOR_ANA, name, value);
        }
    }

    @Needs(Capability.SIGN_IN)
    @Test
    @DisplayName("a callback that comes again is refused, and the session stays")
    void completeSignIn_repeatedCallback_isRefused() throws Exception {
        SecretValue value = canary().value();
        String name = stored(value);
        try (IntegrationManager manager = Managers.ofPeople(vault, vault.time())) {
            URI callback = visit(begin(manager, ACTOR_ANA).url(), ANA);
            manager.as(ACTOR_ANA).completeSignIn(callback);
            assertRefused(manager, ACTOR_ANA, callback);
            assertThat(tokens()).as("the tokens of one sign-in").hasSize(1);
            assertReads(manager, ACTOR_ANA, name, value);
        }
    }

    @Needs(Capability.SIGN_IN)
    @Test
    @DisplayName("a cancelled sign-in leaves no session, and no token in the vault")
    void completeSignIn_afterCancel_leavesNothing() throws Exception {
        String name = stored(canary().value());
        try (IntegrationManager manager = Managers.ofPeople(vault, vault.time())) {
            SignIn begun = begin(manager, ACTOR_ANA);
            URI callback = visit(begun.url(), ANA);
            begun.cancel();
            assertRefused(manager, ACTOR_ANA, callback);
            assertReadsNothing(manager, ACTOR_ANA, name);
            assertThat(tokens()).as("tokens of a cancelled sign-in").isEmpty();
        }
    }

    @Needs(Capability.SIGN_IN)
    @Test
    @DisplayName("a sign-in that took too long leaves no session, and no token in the vault")
    void completeSignIn_tooLate_leavesNothing() throws Exception {
        String name = stored(canary().value());
        ShiftedTime time = new ShiftedTime(vault.time());
        try (IntegrationManager manager = Managers.ofPeople(vault, time)) {
            URI callback = visit(begin(manager, ACTOR_ANA).url(), ANA);
            time.shift(LONGER_THAN_A_SIGN_IN);
            assertRefused(manager, ACTOR_ANA, callback);
            assertReadsNothing(manager, ACTOR_ANA, name);
            assertThat(tokens()).as("tokens of a sign-in that took too long").isEmpty();
        }
    }
}
