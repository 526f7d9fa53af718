package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.ConfigurationException;
import io.claviger.Rendering;
import io.claviger.Resolution;
import io.claviger.SecretHandle;
import io.claviger.SecretReference;
import io.claviger.SecretResolver;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.Template;
import io.claviger.UnresolvedException;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.link.Binding;
import io.claviger.internal.link.LinkBinding;
import io.claviger.internal.plan.ReadPlan;
import io.claviger.internal.text.SafeText;
import io.claviger.spi.Call;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves under the rights of the host or one actor. A warm value is found without a lock, a clock or an allocation. */
final class ViewResolver implements SecretResolver {

    private final ManagerCore core;
    private final @Nullable Actor actor;
    private final Duration timeout;
    private final Rights rights;

    ViewResolver(ManagerCore core, @Nullable Actor actor, Duration timeout) {
        this.core = core;
        this.actor = actor;
        this.timeout = timeout;
        this.rights = new Rights(core, actor);
    }

    @Override
    public SecretValue resolve(String name) {
        LinkBinding link = core.links().find(name);
        SecretValue warm = link == null ? null : warm(link);
        return warm != null ? warm : attempt(name).orElseThrow();
    }

    private @Nullable SecretValue warm(LinkBinding link) {
        SecretValue warm = link.binding().cell().value();
        if (warm != null) {
            rights.checkName(link.binding().reference());
            core.cache().counters().hit();
        }
        return warm;
    }

    @Override
    public SecretValue resolve(SecretReference reference) {
        Binding binding = core.directReference(reference);
        SecretValue warm = binding.cell().value();
        if (warm != null) {
            rights.checkReference(reference);
            core.cache().counters().hit();
            return warm;
        }
        return attempt(reference).orElseThrow();
    }

    @Override
    public Resolution attempt(String name) {
        return resolveAll(List.of(name)).values().iterator().next();
    }

    @Override
    public Resolution attempt(SecretReference reference) {
        core.checkOpen();
        rights.checkReference(reference);
        Binding binding = core.directReference(reference);
        return newPlan().outcome(binding).resolution(reference.toString(), binding);
    }

    @Override
    public Map<String, Resolution> resolveAll(Collection<String> names) {
        core.checkOpen();
        NamedReads reads = new NamedReads(core.links().now(), rights, newPlan());
        names.forEach(reads::start);
        Map<String, Resolution> resolutions = new LinkedHashMap<>();
        names.forEach(name -> resolutions.computeIfAbsent(name, reads::resolution));
        return resolutions;
    }

    @Override
    public SecretSnapshot snapshot(String name) {
        core.checkOpen();
        NamedReads reads = new NamedReads(core.links().now(), rights, newPlan());
        try {
            return reads.outcome(name).orThrow();
        } catch (FailureException e) {
            throw new UnresolvedException(List.of(e.failure().resolution(SafeText.of(name), reads.reference(name))));
        }
    }

    @Override
    public Rendering render(Template template) {
        core.checkOpen();
        return new TemplateRenderer(new NamedReads(core.links().now(), rights, newPlan()), rights, core)
                .render(template);
    }

    @Override
    public SecretHandle bind(String name) {
        return new NameHandle(core, this, rights, name);
    }

    @Override
    public SecretResolver within(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new ConfigurationException("The time-out is " + limit + ". Set it to more than zero.");
        }
        return new ViewResolver(core, actor, limit);
    }

    private ReadPlan newPlan() {
        return new ReadPlan(
                core.integrations(), core.calls().waiter(), Call.within(timeout, core.time()), core.timeout());
    }
}
