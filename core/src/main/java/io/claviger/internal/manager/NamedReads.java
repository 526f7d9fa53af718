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
import java.util.Map;
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
                plan.start(link.binding());
            }
        }
    }

    Resolution resolution(String name) {
        LinkBinding link = links.get(name);
        try {
            Binding binding = usable(link);
            return plan.outcome(binding).resolution(name, binding);
        } catch (FailureException e) {
            return e.failure().resolution(SafeText.of(name), reference(name));
        }
    }

    Outcome outcome(String name) {
        start(name);
        return plan.outcome(usable(links.get(name)));
    }

    @Nullable
    SecretReference reference(String name) {
        LinkBinding link = links.get(name);
        return link == null ? null : link.binding().reference();
    }

    private static Binding usable(@Nullable LinkBinding link) {
        if (link == null) {
            throw new FailureException(Failure.of(Reason.NOT_LINKED, ""));
        }
        if (!link.link().enabled()) {
            throw new FailureException(Failure.of(Reason.LINK_DISABLED, ""));
        }
        return link.binding();
    }
}
