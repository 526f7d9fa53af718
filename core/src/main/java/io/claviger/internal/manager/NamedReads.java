package io.claviger.internal.manager;

import io.claviger.AccessRefusedException;
import io.claviger.Link;
import io.claviger.Operation;
import io.claviger.Reason;
import io.claviger.Resolution;
import io.claviger.SecretReference;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.link.Binding;
import io.claviger.internal.link.LinkBinding;
import io.claviger.internal.link.Links;
import io.claviger.internal.plan.Outcome;
import io.claviger.internal.plan.ReadPlan;
import io.claviger.internal.plan.Reader;
import io.claviger.internal.text.SafeText;
import io.claviger.internal.watch.Sighting;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The reads of one call by name: the links of one instant, one plan, one set of rights. Used by one thread. */
final class NamedReads {

    private final Links links;
    private final Reader reader;
    private final Rights rights;
    private final ReadPlan plan;
    private final Map<String, Use> uses = new HashMap<>();

    NamedReads(Links links, Reader reader, Rights rights, ReadPlan plan) {
        this.links = links;
        this.reader = reader;
        this.rights = rights;
        this.plan = plan;
    }

    ReadPlan plan() {
        return plan;
    }

    /** Starts to read what a name is linked to, if it may be read. */
    void start(String name) {
        Use use = use(name);
        if (use.refusal == null) {
            var unused = plan.start(use.binding());
        }
    }

    /** Starts to read as well, and has whoever may not resolve this name be told so by an exception. */
    void demand(String name) {
        permit(name);
        start(name);
    }

    /** Has whoever may not resolve this name be told so by an exception, rather than by its reason. */
    void permit(String name) {
        AccessRefusedException denied = use(name).denied;
        if (denied != null) {
            throw denied;
        }
    }

    Resolution resolution(String name) {
        return use(name).resolution(outcome(name));
    }

    /** What a name resolves to, and where its secret is cached; completes perhaps after the deadline. */
    CompletableFuture<Sighting> sighting(String name) {
        Use use = use(name);
        CompletableFuture<Outcome> outcome = use.refusal == null
                ? plan.start(use.binding()).thenApply(found -> confirmed(use, found))
                : CompletableFuture.completedFuture(Outcome.failed(use.refusal));
        return outcome.thenApply(known -> new Sighting(use.resolution(known), known.entry()));
    }

    Outcome outcome(String name) {
        Use use = use(name);
        return use.refusal == null ? confirmed(use, plan.outcome(use.binding())) : Outcome.failed(use.refusal);
    }

    // the right may have ended while the vault was asked (S12)
    private Outcome confirmed(Use use, Outcome outcome) {
        return rights.confirmed(Operation.RESOLVE_NAME, use.binding().reference(), outcome);
    }

    @Nullable
    SecretReference reference(String name) {
        return use(name).reference();
    }

    /** The reference of a name that may be read. */
    SecretReference usableReference(String name) {
        Use use = use(name);
        if (use.refusal != null) {
            throw new FailureException(use.refusal);
        }
        return use.binding().reference();
    }

    private Use use(String name) {
        return uses.computeIfAbsent(name, this::examined);
    }

    private Use examined(String name) {
        LinkBinding link = links.find(name, reader.actor(), reader.environment());
        if (link == null) {
            rights.checkNames();
            return new Use(name, null, NotLinked.failure(links, name, reader), null);
        }
        AccessRefusedException denied = rights.refusal(name, link.binding().reference());
        return denied == null
                ? new Use(name, link, refusal(link), null)
                : new Use(name, link, Failure.of(Reason.ROLE_NOT_PERMITTED, ""), denied);
    }

    // why a link must not be used; null if it may
    private @Nullable Failure refusal(LinkBinding binding) {
        Link link = binding.link();
        if (!link.enabled()) {
            return Failure.of(Reason.LINK_DISABLED, "");
        }
        if (!reader.maySend(link.allowedDomains())) {
            return reader.targetRefused();
        }
        return link.owner().actor().isEmpty() ? null : plan.restrictions().ofOwnLink(link.reference());
    }

    /** What a name means in this call, and why it must not be used, if so. */
    private static final class Use {
        private final String name;
        private final @Nullable LinkBinding link;
        private final @Nullable Failure refusal;
        private final @Nullable AccessRefusedException denied;

        Use(
                String name,
                @Nullable LinkBinding link,
                @Nullable Failure refusal,
                @Nullable AccessRefusedException denied) {
            this.name = name;
            this.link = link;
            this.refusal = refusal;
            this.denied = denied;
        }

        Binding binding() {
            return Objects.requireNonNull(link).binding();
        }

        @Nullable
        SecretReference reference() {
            return link == null ? null : link.binding().reference();
        }

        Resolution resolution(Outcome outcome) {
            return outcome.resolution(SafeText.of(name), reference());
        }
    }
}
