package io.claviger.internal.manager;

import io.claviger.ChangeListener;
import io.claviger.ConfigurationException;
import io.claviger.Rendering;
import io.claviger.Resolution;
import io.claviger.RotationCandidates;
import io.claviger.SecretHandle;
import io.claviger.SecretReference;
import io.claviger.SecretResolver;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.SecretWatch;
import io.claviger.Template;
import io.claviger.UnresolvedException;
import io.claviger.internal.cache.Cell;
import io.claviger.internal.failure.FailureException;
import io.claviger.internal.link.Binding;
import io.claviger.internal.link.Environments;
import io.claviger.internal.link.LinkBinding;
import io.claviger.internal.link.Links;
import io.claviger.internal.plan.ReadPlan;
import io.claviger.internal.plan.Reader;
import io.claviger.internal.text.SafeText;
import io.claviger.spi.Call;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Resolves under the rights of the host or one actor. A warm value is found without a lock, a clock or an allocation. */
final class ViewResolver implements SecretResolver {

    private final ManagerCore core;
    private final Reader reader;
    private final Duration timeout;
    private final Rights rights;

    ViewResolver(ManagerCore core, Reader reader, Duration timeout) {
        this.core = core;
        this.reader = reader;
        this.timeout = timeout;
        this.rights = new Rights(core, reader.actor());
    }

    @Override
    public SecretValue resolve(String name) {
        LinkBinding link = core.links().now().find(name, reader.actor(), reader.environment());
        SecretValue warm = link == null ? null : warm(link);
        return warm != null ? warm : demanded(name).resolution(name).orElseThrow();
    }

    private @Nullable SecretValue warm(LinkBinding link) {
        Cell cell = link.binding().cell();
        if (rights.limited()) {
            // before the value is looked at, because a hit may start a refresh: who is refused causes none
            if (!cell.filled()) {
                return null;
            }
            rights.checkName(link.link().name(), link.binding().reference());
        }
        SecretValue warm = cell.value();
        if (warm != null) {
            core.cache().counters().hit();
        }
        return warm;
    }

    @Override
    public SecretValue resolve(SecretReference reference) {
        // before the value is looked at, because a hit may start a refresh: who is refused causes none
        rights.checkReference(reference);
        SecretValue warm = core.directReference(reference).cell().value();
        if (warm != null) {
            core.cache().counters().hit();
            return warm;
        }
        return attempt(reference).orElseThrow();
    }

    @Override
    public CompletableFuture<SecretValue> resolveAsync(String name) {
        return new AsyncResolution(core.calls().waiter(), timeout).of(SafeText.of(name), () -> {
            return demanded(name).sighting(name).thenApply(sighting -> sighting.resolution());
        });
    }

    @Override
    public CompletableFuture<SecretValue> resolveAsync(SecretReference reference) {
        return new AsyncResolution(core.calls().waiter(), timeout).of(reference.toString(), () -> {
            core.checkOpen();
            rights.checkReference(reference);
            return new DirectReads(core, rights, newPlan())
                    .start(reference)
                    .thenApply(outcome -> outcome.resolution(reference.toString(), reference));
        });
    }

    @Override
    public Resolution attempt(String name) {
        return resolveAll(List.of(name)).values().iterator().next();
    }

    @Override
    public Resolution attempt(SecretReference reference) {
        core.checkOpen();
        rights.checkReference(reference);
        return new DirectReads(core, rights, newPlan()).resolution(reference);
    }

    @Override
    public Map<String, Resolution> resolveAll(Collection<String> names) {
        core.checkOpen();
        return resolutions(newReads(), names);
    }

    private static Map<String, Resolution> resolutions(NamedReads reads, Collection<String> names) {
        names.forEach(reads::start);
        Map<String, Resolution> resolutions = new LinkedHashMap<>();
        names.forEach(name -> resolutions.computeIfAbsent(name, reads::resolution));
        return resolutions;
    }

    @Override
    public SecretSnapshot snapshot(String name) {
        NamedReads reads = demanded(name);
        try {
            return reads.outcome(name).orThrow();
        } catch (FailureException e) {
            throw unresolved(e, SafeText.of(name), reads.reference(name));
        }
    }

    private static UnresolvedException unresolved(
            FailureException e, String subject, @Nullable SecretReference reference) {
        return new UnresolvedException(List.of(e.failure().resolution(subject, reference)));
    }

    @Override
    public Rendering render(Template template) {
        core.checkOpen();
        Rendering warm = new WarmRenderer(core, rights, reader).render(template);
        return warm != null ? warm : new TemplateRenderer(newReads(), rights, core).render(template);
    }

    @Override
    public SecretHandle bind(String name) {
        return new NameHandle(core, this, reader, name);
    }

    @Override
    public SecretWatch watch(Collection<String> names, ChangeListener listener) {
        core.checkOpen();
        if (names.isEmpty()) {
            throw new ConfigurationException("There is nothing to watch. Give at least one secret name.");
        }
        rights.checkNames();
        return new NameWatch(core, this, names, listener);
    }

    private NamedReads demanded(String name) {
        core.checkOpen();
        NamedReads reads = newReads();
        reads.demand(name);
        return reads;
    }

    /** The links of this instant, one plan, the rights of this moment. */
    NamedReads newReads() {
        return newReads(core.links().now());
    }

    private NamedReads newReads(Links links) {
        return new NamedReads(links, reader, rights, newPlan());
    }

    // what is only cached goes to no target
    @Override
    public void prefetch() {
        core.checkOpen();
        Links links = core.links().now();
        NamedReads reads = new ViewResolver(core, reader.sendingNothing(), timeout).newReads(links);
        List<Resolution> failures =
                resolutions(reads, links.namesFor(reader.actor(), reader.environment())).values().stream()
                        .filter(resolution -> !resolution.resolved())
                        .toList();
        if (!failures.isEmpty()) {
            throw new UnresolvedException(failures);
        }
    }

    /** Makes sure that a reference has a value that can be read now, whoever will use it and for what. */
    void verify(String subject, SecretReference reference) {
        new ViewResolver(core, reader.sendingNothing(), timeout)
                .newPlan()
                .outcome(new Binding(reference, true))
                .resolution(subject, reference)
                .orElseThrow();
    }

    @Override
    public RotationCandidates onAuthenticationFailure(String name) {
        core.checkOpen();
        NamedReads reads = newReads();
        reads.permit(name);
        SecretReference reference = reads.reference(name);
        try {
            SecretReference usable = reads.usableReference(name);
            RotationCandidates candidates = candidates(usable);
            rights.checkName(name, usable);
            return candidates;
        } catch (FailureException e) {
            throw unresolved(e, SafeText.of(name), reference);
        }
    }

    @Override
    public RotationCandidates onAuthenticationFailure(SecretReference reference) {
        core.checkOpen();
        rights.checkReference(reference);
        try {
            new DirectReads(core, rights, newPlan()).check(reference);
            RotationCandidates candidates = candidates(reference);
            rights.checkReference(reference);
            return candidates;
        } catch (FailureException e) {
            throw unresolved(e, reference.toString(), reference);
        }
    }

    private RotationCandidates candidates(SecretReference reference) {
        return core.calls()
                .waiter()
                .await(newPlan().candidates(reference), timeout)
                .toTry();
    }

    @Override
    public SecretResolver inEnvironment(String environment) {
        Environments.check(environment);
        return new ViewResolver(core, reader.in(environment), timeout);
    }

    @Override
    public SecretResolver forTarget(URI target) {
        return new ViewResolver(core, reader.sendingTo(target), timeout);
    }

    @Override
    public SecretResolver within(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new ConfigurationException("The time-out is " + limit + ". Set it to more than zero.");
        }
        return new ViewResolver(core, reader, limit);
    }

    private ReadPlan newPlan() {
        return new ReadPlan(
                core.integrations(),
                core.links(),
                reader,
                core.turns(),
                core.calls().waiter(),
                Call.within(timeout, core.time()),
                core.timeout());
    }
}
