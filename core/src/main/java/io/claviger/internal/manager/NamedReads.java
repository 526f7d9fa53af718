package io.claviger.internal.manager;

import io.claviger.Reason;
import io.claviger.Resolution;
import io.claviger.SecretReference;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.link.Binding;
import io.claviger.internal.link.LinkBinding;
import io.claviger.internal.plan.Outcome;
import io.claviger.internal.plan.ReadPlan;
import io.claviger.internal.text.SafeText;
import io.claviger.internal.watch.Sighting;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The reads of one call by name: the links of one instant, one plan, one set of rights. Used by one thread. */
final class NamedReads {

    private final Map<String, LinkBinding> links;
    private final Rights rights;
    private final ReadPlan plan;

    NamedReads(Map<String, LinkBinding> links, Rights rights, ReadPlan plan) {
        this.links = links;
        this.rights = rights;
        this.plan = plan;
    }

    ReadPlan plan() {
        return plan;
    }

    void start(String name) {
        LinkBinding link = links.get(name);
        if (link == null) {
            rights.checkNames();
        } else {
            rights.checkName(link.binding().reference());
            if (link.link().enabled()) {
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
        LinkBinding link = links.get(name);
        return link == null ? null : link.binding().reference();
    }

    /** The reference of a name that may be read. */
    SecretReference usableReference(String name) {
        LinkBinding link = links.get(name);
        if (link != null) {
            rights.checkName(link.binding().reference());
        }
        return usable(name).map(Binding::reference).orElseThrow(() -> new FailureException(unusableReason(name)));
    }

    private Optional<Binding> usable(String name) {
        return Optional.ofNullable(links.get(name))
                .filter(link -> link.link().enabled())
                .map(LinkBinding::binding);
    }

    private Outcome unusable(String name) {
        return Outcome.failed(unusableReason(name));
    }

    private Failure unusableReason(String name) {
        return Failure.of(links.containsKey(name) ? Reason.LINK_DISABLED : Reason.NOT_LINKED, "");
    }
}
