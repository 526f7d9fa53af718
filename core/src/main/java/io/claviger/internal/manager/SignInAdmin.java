package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.Operation;
import io.claviger.Reason;
import io.claviger.SignIn;
import io.claviger.UnresolvedException;
import io.claviger.VaultIntegration;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.integration.Integration;
import io.claviger.internal.session.Login;
import io.claviger.internal.signin.Addresses;
import io.claviger.internal.signin.Answer;
import io.claviger.internal.signin.Attempt;
import io.claviger.internal.signin.Ending;
import io.claviger.internal.signin.PendingSignIns;
import io.claviger.spi.SignInRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Signing in at a vault's own page, under the rights of the host or one actor (S14). Rights are asked for at the begin and
 * again at the end.
 */
final class SignInAdmin {

    private static final String SUBJECT = "sign-in";

    private final ManagerCore core;
    private final @Nullable Actor actor;
    private final Management management;

    SignInAdmin(ManagerCore core, @Nullable Actor actor) {
        this.core = core;
        this.actor = actor;
        this.management = new Management(core, actor);
    }

    SignIn begin(String alias, URI redirect) {
        return new BegunSignIn(core, begin(alias, () -> checked(redirect), PendingSignIns.LIFE));
    }

    private static URI checked(URI redirect) {
        Addresses.checkRedirect(redirect);
        return redirect;
    }

    /** Begins a sign-in; the redirect is asked for when the actor has been found to have the right to it. */
    Attempt begin(String alias, Supplier<URI> redirect, Duration life) {
        Operation operation = operation(core.integrations().find(alias).orElse(null));
        return management.beginSignIn(operation, alias, () -> {
            Integration integration =
                    core.integrations().require(alias, known -> core.gate().check(actor, operation(known), known));
            checkHasPage(integration);
            Attempt attempt = attempt(integration, core.signIns().request(redirect.get()), life);
            core.signIns().add(attempt, life);
            endIfOutdated(attempt);
            return attempt;
        });
    }

    // whoever changed the integration before the attempt was there has not found it
    private void endIfOutdated(Attempt attempt) {
        if (!core.integrations().isCurrent(attempt.integration())) {
            core.signIns().end(attempt, Ending.OUTDATED);
        }
    }

    private Attempt attempt(Integration integration, SignInRequest request, Duration life) {
        return new Attempt(
                actor,
                integration,
                request,
                core.integrations().beginSignIn(integration, request, core.timeout()),
                core.time().now().plus(life));
    }

    private static void checkHasPage(Integration integration) {
        if (!integration.provider().descriptor().interactiveSignIn()) {
            throw new ConfigurationException(integration.provider().descriptor().title()
                    + " has no sign-in page for people. Reauthenticate with credentials.");
        }
    }

    // a person's own session, or the one of all
    private static Operation operation(@Nullable Integration integration) {
        boolean shared = integration == null
                || integration.connection() == null
                || integration.connection().shared();
        return shared ? Operation.REAUTHENTICATE : Operation.AUTHENTICATE;
    }

    VaultIntegration complete(URI callback) {
        core.checkOpen();
        Optional<Answer> answer = Answer.parse(callback);
        Attempt attempt = answer.flatMap(
                        came -> core.signIns().claim(callback, came, actor, core.integrations()::isCurrent))
                .orElseThrow(this::refused);
        return finish(attempt, answer::orElseThrow);
    }

    // one text for all, so that nobody learns which sign-ins there are
    private UnresolvedException refused() {
        management.refused(Operation.AUTHENTICATE, Reason.REAUTHENTICATION_REQUIRED);
        Failure failure = Failure.of(
                Reason.REAUTHENTICATION_REQUIRED,
                "This callback answers no sign-in that is under way for you. Begin the sign-in again.");
        return new UnresolvedException(List.of(failure.resolution(SUBJECT, null)));
    }

    /** Completes a sign-in with what came back, which may be waited for. */
    VaultIntegration finish(Attempt attempt, Supplier<Answer> answer) {
        Integration begun = attempt.integration();
        Operation operation = operation(begun);
        try {
            return management.onAlias(operation, begun.alias(), () -> {
                Login login = attempt.login(answer.get());
                core.gate().check(actor, operation, begun);
                attempt.checkWanted();
                return core.integrations()
                        .completeSignIn(begun, login, actor, attempt::checkWanted, core.timeout())
                        .view(actor);
            });
        } finally {
            core.signIns().end(attempt, Ending.CANCELLED);
        }
    }
}
