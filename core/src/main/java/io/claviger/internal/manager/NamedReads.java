package io.claviger.internal.manager;

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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The reads of one call by name: the links of one instant, one plan, one set of rights. Used by one thread. */
final class NamedReads {

    private final Links links;
    private final Reader reader;
    private final Rights rights;
    private final ReadPlan plan;

    NamedReads(Links links, Reader reader, Rights rights, ReadPlan plan) {
        this.links = links;
        this.reader = reader;
        this.rights = rights;
        this.plan = plan;
    }

    private @Nullable LinkBinding find(String name) {
        return links.find(name, reader.actor(), reader.environment());
    }

    ReadPlan plan() {
        return plan;
    }

    void start(String name) {
        LinkBinding link = find(name);
        if (link == null) {
            rights.checkNames();
        } else {
            rights.checkName(link.binding().reference());
            if (refusal(link) == null) {
                var unused = plan.start(link.binding());
            }
        }
    }

    Resolution resolution(String name) {
        return resolution(name, outcome(name));
    }

    /** What a name resolves to, and where its secret is cached; completes perhaps after the deadline. */
    CompletableFuture<Sighting> sighting(String name) {
        start(name);
        return usable(name)
                .map(plan::start)
                .orElseGet(() -> CompletableFuture.completedFuture(unusable(name)))
                .thenApply(outcome -> new Sighting(resolution(name, outcome), outcome.entry()));
    }

    private Resolution resolution(String name, Outcome outcome) {
        return outcome.resolution(SafeText.of(name), reference(name));
    }

    Outcome outcome(String name) {
        return usable(name).map(plan::outcome).orElseGet(() -> unusable(name));
    }

    @Nullable
    SecretReference reference(String name) {
        LinkBinding link = find(name);
        return link == null ? null : link.binding().reference();
    }

    /** The reference of a name that may be read. */
    SecretReference usableReference(String name) {
        LinkBinding link = find(name);
        if (link != null) {
            rights.checkName(link.binding().reference());
        }
        return usable(name).map(Binding::reference).orElseThrow(() -> new FailureException(unusableReason(name)));
    }

    private Optional<Binding> usable(String name) {
        return Optional.ofNullable(find(name))
                .filter(link -> refusal(link) == null)
                .map(LinkBinding::binding);
    }

    private Outcome unusable(String name) {
        return Outcome.failed(unusableReason(name));
    }

    private Failure unusableReason(String name) {
        LinkBinding link = find(name);
        Failure refusal = link == null ? null : refusal(link);
        return refusal == null ? NotLinked.failure(links, name, reader) : refusal;
    }

    // why a link must not be used; null if it may
    private @Nullable Failure refusal(LinkBinding binding) {
        if (!binding.link().enabled()) {
            return Failure.of(Reason.LINK_DISABLED, "");
        }
        return reader.maySend(binding.link().allowedDomains()) ? null : reader.targetRefused();
    }
}
