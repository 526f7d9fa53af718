package io.claviger.model;

import io.claviger.AccessRefusedException;
import io.claviger.Actor;
import io.claviger.AllowedDomains;
import io.claviger.Departure;
import io.claviger.Disconnection;
import io.claviger.Disconnection.Revocation;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationScope;
import io.claviger.Link;
import io.claviger.LinkId;
import io.claviger.Reason;
import io.claviger.Relink;
import io.claviger.SecretValue;
import io.claviger.UnresolvedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What could be wrong with a manager, and is not: each is planted to see whether the model notices it. */
enum Defect {
    /** A link that is switched off is used all the same. */
    DISABLED_LINK_IS_USED(call -> {
        try {
            return call.proceed();
        } catch (UnresolvedException e) {
            if (call.is("resolve", String.class) && e.reason() == Reason.LINK_DISABLED) {
                return host(call).resolver().resolve(link(call).reference());
            }
            throw e;
        }
    }),
    /** Whoever is refused reads with the rights of the host. */
    ANOTHERS_INTEGRATION_IS_READ(call -> {
        try {
            return call.proceed();
        } catch (AccessRefusedException e) {
            if (call.is("resolve")) {
                return call.on(host(call).resolver());
            }
            throw e;
        }
    }),
    /** A handle gives what it gave before, whatever has happened. */
    HANDLE_NEVER_LOOKS_AGAIN(call ->
            call.is("get") ? call.memory().computeIfAbsent(call.target(), handle -> call.proceed()) : call.proceed()),
    /** What a reference gave is given again, whether it is still cached or not. */
    VALUE_OUTLIVES_ITS_END(call -> {
        Object result = call.is("resolve") ? call.memory().get(call.argument(0)) : null;
        Object fresh = call.proceed();
        if (call.is("resolve")) {
            call.memory().putIfAbsent(call.argument(0), fresh);
        }
        return result == null ? fresh : result;
    }),
    /** A scope is shown once and not kept. */
    SCOPE_IS_IGNORED(call -> {
        Object shown = call.proceed();
        if (call.is("setScope")) {
            call.with(1, IntegrationScope.everything());
        }
        return shown;
    }),
    /** A link's allowed domains are shown and not kept. */
    DOMAINS_ARE_IGNORED(call -> {
        if (call.is("setAllowedDomains", LinkId.class)) {
            Link shown = (Link) call.proceed();
            call.with(1, AllowedDomains.any());
            return shown;
        }
        return call.proceed();
    }),
    /** Of several links that are to change together, those before a failure have changed. */
    BATCH_IS_NOT_ATOMIC(call -> {
        if (!call.is("relink", Collection.class)) {
            return call.proceed();
        }
        List<Object> links = new ArrayList<>();
        moves(call).forEach(move -> links.addAll((Collection<?>) call.with(0, List.of(move))));
        return links;
    }),
    /** A link is changed though it does not point where it was expected to. */
    EXPECTATION_IS_IGNORED(call -> call.is("relink", Collection.class)
            ? call.with(0, moves(call).map(Defect::expectingNothing).toList())
            : call.proceed()),
    /** Whoever leaves keeps what is theirs. */
    LEAVER_KEEPS_EVERYTHING(call -> {
        if (!call.is("forget")) {
            return call.proceed();
        }
        ((IntegrationManager) call.target()).rolesChanged((Actor) call.argument(0));
        return new Departure(List.of(), List.of());
    }),
    /** Disconnecting leaves the session open. */
    SESSION_IS_LEFT_OPEN(call -> call.is("disconnect") && integration(call).isPresent()
            ? new Disconnection((String) call.argument(0), Revocation.REVOKED)
            : call.proceed()),
    /** Resetting one name drops the secret of another. */
    RESET_DROPS_ANOTHER(call -> call.is("resetName") ? call.with(0, "another") : call.proceed()),
    /** A name means the same in every environment. */
    ENVIRONMENT_IS_IGNORED(call -> call.is("inEnvironment") ? call.target() : call.proceed()),
    /** The links of everybody are shown to whoever may see some. */
    LINKS_OF_OTHERS_ARE_SHOWN(call -> {
        Object own = call.proceed();
        return call.is("links") ? host(call).links() : own;
    }),
    /** An exception shows a value. */
    VALUE_LEAKS(call -> {
        try {
            Object result = call.proceed();
            if (result instanceof SecretValue value) {
                call.memory().put(SecretValue.class, value);
            }
            return result;
        } catch (UnresolvedException e) {
            Optional.ofNullable(call.memory().get(SecretValue.class))
                    .map(SecretValue.class::cast)
                    .ifPresent(value -> e.addSuppressed(new IllegalStateException(value.revealText())));
            throw e;
        }
    });

    static final String HOST = "host";

    @SuppressWarnings("ImmutableEnumChecker") // none of them has a state
    private final Function<Intercepted, Object> answer;

    Defect(Function<Intercepted, Object> answer) {
        this.answer = answer;
    }

    Object answer(Intercepted call) {
        return answer.apply(call);
    }

    private static IntegrationManager host(Intercepted call) {
        return (IntegrationManager) call.memory().get(HOST);
    }

    private static Link link(Intercepted call) {
        return host(call).links().stream()
                .filter(link -> link.name().equals(call.argument(0)) && !link.enabled())
                .findFirst()
                .orElseThrow();
    }

    private static Optional<?> integration(Intercepted call) {
        return host(call).integration((String) call.argument(0));
    }

    private static Stream<Relink> moves(Intercepted call) {
        return ((Collection<?>) call.argument(0)).stream().map(Relink.class::cast);
    }

    private static Relink expectingNothing(Relink move) {
        Relink plain = Relink.of(move.id(), move.target());
        return move.isVerified() ? plain.verified() : plain;
    }
}
