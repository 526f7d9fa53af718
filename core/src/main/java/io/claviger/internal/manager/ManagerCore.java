package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.Link;
import io.claviger.SecretReference;
import io.claviger.TimeSource;
import io.claviger.internal.access.AccessGate;
import io.claviger.internal.cache.SecretCache;
import io.claviger.internal.call.BoundedCalls;
import io.claviger.internal.call.Retries;
import io.claviger.internal.call.TurnsByActor;
import io.claviger.internal.discovery.ProviderCatalog;
import io.claviger.internal.event.EventBus;
import io.claviger.internal.event.RequiredAudit;
import io.claviger.internal.integration.Integrations;
import io.claviger.internal.link.Binding;
import io.claviger.internal.link.DirectReferences;
import io.claviger.internal.link.LinkBinding;
import io.claviger.internal.link.LinkChange;
import io.claviger.internal.link.LinkDraft;
import io.claviger.internal.link.LinkTable;
import io.claviger.internal.link.Links;
import io.claviger.internal.plan.Reader;
import io.claviger.internal.script.Prompts;
import io.claviger.internal.script.ScriptGrants;
import io.claviger.internal.session.SessionContext;
import io.claviger.internal.setup.SetupJournal;
import io.claviger.internal.setup.Setups;
import io.claviger.internal.signin.PendingSignIns;
import io.claviger.internal.time.Agenda;
import io.claviger.internal.time.LifeClock;
import io.claviger.internal.watch.Watches;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What all views of one manager share. */
final class ManagerCore {

    private final Duration timeout;
    private final TimeSource time;
    private final @Nullable ExecutorService ownExecutor;
    private final BoundedCalls calls;
    private final Agenda agenda;
    private final SecretCache cache;
    private final EventBus events;
    private final AccessGate gate;
    private final ProviderCatalog providers;
    private final Integrations integrations;
    private final LinkTable links = new LinkTable();
    private final SetupJournal journal;
    private final TurnsByActor turns;
    private final PendingSignIns signIns;
    private final Watches watches;
    private final DirectReferences directReferences;
    private final @Nullable ExecutorService auditThread;
    private final RequiredAudit audit;
    private final Prompts prompts;
    private final ScriptGrants scripts = new ScriptGrants();
    private final AtomicLong managementCalls = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();

    ManagerCore(ManagerConfig config, SetupJournal journal) {
        this.journal = journal;
        timeout = config.timeout();
        time = config.timeSource() == null ? TimeSource.system() : config.timeSource();
        ownExecutor = config.executor() == null ? ManagerThreads.forReads() : null;
        Executor executor = ownExecutor == null ? Objects.requireNonNull(config.executor()) : ownExecutor;
        calls = new BoundedCalls(executor, time);
        LifeClock clock = new LifeClock(time);
        agenda = new Agenda(time, clock);
        cache = new SecretCache(config.cachePolicy(), agenda, clock, timeout);
        events = new EventBus(config.listeners(), executor, time);
        gate = new AccessGate(config.accessPolicy(), config.roleSource());
        providers = new ProviderCatalog(config.providers(), config.discovery());
        SessionContext sessions = new SessionContext(
                time,
                clock,
                agenda,
                calls,
                new Retries(config.retryPolicy(), time),
                timeout,
                Optional.ofNullable(config.longestSession()),
                config.readsAtOnce());
        // an actor alone does not take all turns of an integration
        turns = new TurnsByActor((config.readsAtOnce() + 1) / 2, time);
        integrations = new Integrations(cache, sessions, events, journal, config.endpointPolicy());
        signIns = new PendingSignIns(agenda, clock);
        watches = new Watches(agenda, clock, calls);
        directReferences = new DirectReferences(links, config.cachePolicy().maximumSecrets());
        auditThread = config.auditSink() == null ? null : ManagerThreads.forAudit();
        BoundedCalls audits = auditThread == null ? calls : new BoundedCalls(auditThread, time);
        audit = new RequiredAudit(config.auditSink(), audits, events, timeout);
        prompts = new Prompts(config.scriptPrompt(), config.scriptPatience(), calls);
    }

    Duration timeout() {
        return timeout;
    }

    TimeSource time() {
        return time;
    }

    BoundedCalls calls() {
        return calls;
    }

    TurnsByActor turns() {
        return turns;
    }

    SecretCache cache() {
        return cache;
    }

    EventBus events() {
        return events;
    }

    AccessGate gate() {
        return gate;
    }

    ProviderCatalog providers() {
        return providers;
    }

    Integrations integrations() {
        return integrations;
    }

    LinkTable links() {
        return links;
    }

    PendingSignIns signIns() {
        return signIns;
    }

    /** Has those look again who depend on what an operation may have changed: links, integrations, cached values. */
    void recheck() {
        watches.recheck();
        signIns.endOutdated(integrations::isCurrent);
    }

    Watches watches() {
        return watches;
    }

    RequiredAudit audit() {
        return audit;
    }

    Prompts prompts() {
        return prompts;
    }

    ScriptGrants scripts() {
        return scripts;
    }

    long nextCall() {
        return managementCalls.incrementAndGet();
    }

    /** Changes links, and has direct references look again whether a link restricts them. */
    List<LinkChange> changeLinks(Consumer<LinkDraft> edit) {
        List<LinkChange> made = journal.exclusively(() -> links.change(edit, this::keep));
        directReferences.forget();
        return made;
    }

    private void keep(Links next) {
        if (next != links.now()) {
            journal.keep(setup -> Setups.withLinks(setup, linksOf(next)));
        }
    }

    static List<Link> linksOf(Links links) {
        return links.all().stream().map(LinkBinding::link).toList();
    }

    /** Makes links known that are kept already, or that the caller has just kept. */
    List<LinkChange> publishLinks(Consumer<LinkDraft> edit) {
        List<LinkChange> made = links.change(edit, kept -> {});
        directReferences.forget();
        return made;
    }

    SetupJournal journal() {
        return journal;
    }

    /** What resolves for an actor, or for the host itself. */
    ViewResolver resolverFor(@Nullable Actor actor) {
        return new ViewResolver(this, Reader.of(actor), timeout);
    }

    /** The place in the cache of a reference that is used without a link. */
    Binding directReference(SecretReference reference) {
        return directReferences.of(reference);
    }

    void checkOpen() {
        if (closed.get()) {
            throw new IllegalStateException("This IntegrationManager is closed. Build another one.");
        }
    }

    void close() {
        if (closed.compareAndSet(false, true)) {
            watches.close();
            scripts.close();
            signIns.close();
            integrations.close(timeout);
            agenda.clear();
            if (ownExecutor != null) {
                ownExecutor.shutdown();
            }
            if (auditThread != null) {
                auditThread.shutdown();
            }
        }
    }
}
