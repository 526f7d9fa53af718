package io.claviger.internal.manager;

import io.claviger.Actor;
import io.claviger.AllowedDomains;
import io.claviger.CredentialSource;
import io.claviger.Departure;
import io.claviger.Disconnection;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationScope;
import io.claviger.Link;
import io.claviger.LinkId;
import io.claviger.Owner;
import io.claviger.Relink;
import io.claviger.ResolvingCache;
import io.claviger.ScriptAccess;
import io.claviger.SecretReference;
import io.claviger.SecretResolver;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.Setup;
import io.claviger.SetupImport;
import io.claviger.SignIn;
import io.claviger.SignInOptions;
import io.claviger.VaultIntegration;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A manager as the host or one actor sees it: each part of the work has a class of its own. */
final class ManagerView implements IntegrationManager {

    private final ManagerCore core;
    private final @Nullable Actor actor;
    private final IntegrationAdmin integrations;
    private final SignInAdmin signIns;
    private final DesktopSignIn desktop;
    private final LinkAdmin links;
    private final ActorAdmin actors;
    private final ValueAdmin values;
    private final SetupAdmin setups;
    private final ResolvingCache cache;
    private final SecretResolver resolver;
    private final ScriptAccess scripts;

    ManagerView(ManagerCore core, @Nullable Actor actor) {
        this.core = core;
        this.actor = actor;
        this.integrations = new IntegrationAdmin(core, actor);
        this.signIns = new SignInAdmin(core, actor);
        this.desktop = new DesktopSignIn(core, signIns);
        this.links = new LinkAdmin(core, actor);
        this.actors = new ActorAdmin(core, actor);
        this.values = new ValueAdmin(core, actor);
        this.setups = new SetupAdmin(core, actor);
        this.cache = new CacheAdmin(core, actor);
        this.resolver = core.resolverFor(actor);
        this.scripts = new ScriptAdmin(core, actor);
    }

    @Override
    public IntegrationManager as(Actor who) {
        core.checkOpen();
        if (actor != null && !actor.equals(who)) {
            throw new IllegalStateException(
                    "A manager bound to an actor cannot act for another. Call as() on the manager of the host.");
        }
        return new ManagerView(core, who);
    }

    @Override
    public VaultIntegration connect(String alias, String provider, Settings settings, CredentialSource source) {
        return integrations.connect(alias, provider, settings, source);
    }

    @Override
    public VaultIntegration connect(String alias, String provider, Settings settings) {
        return integrations.connectWithoutCredentials(alias, provider, settings);
    }

    @Override
    public VaultIntegration edit(String alias, Settings settings) {
        return integrations.edit(alias, settings, null);
    }

    @Override
    public VaultIntegration edit(String alias, Settings settings, CredentialSource source) {
        return integrations.edit(alias, settings, source);
    }

    @Override
    public VaultIntegration reauthenticate(String alias, CredentialSource source) {
        return integrations.reauthenticate(alias, source);
    }

    @Override
    public SignIn beginSignIn(String alias, URI redirect) {
        return signIns.begin(alias, redirect);
    }

    @Override
    public VaultIntegration completeSignIn(URI callback) {
        return signIns.complete(callback);
    }

    @Override
    public VaultIntegration signIn(String alias, SignInOptions options) {
        return desktop.run(alias, options, new CompletableFuture<>());
    }

    @Override
    public CompletableFuture<VaultIntegration> signInAsync(String alias, SignInOptions options) {
        return desktop.start(alias, options);
    }

    @Override
    public Disconnection disconnect(String alias) {
        return integrations.disconnect(alias);
    }

    @Override
    public List<VaultIntegration> integrations() {
        return integrations.list();
    }

    @Override
    public Optional<VaultIntegration> integration(String alias) {
        return integrations.find(alias);
    }

    @Override
    public SecretReference reference(String text) {
        return integrations.reference(text);
    }

    @Override
    public Link link(String name, SecretReference reference) {
        return links.link(Link.of(name, reference));
    }

    @Override
    public Link link(Link link) {
        return links.link(link);
    }

    @Override
    public Link relink(String name, SecretReference reference) {
        return links.relink(List.of(Relink.of(links.idOf(name), reference))).get(0);
    }

    @Override
    public Link relink(LinkId link, SecretReference reference) {
        return links.relink(List.of(Relink.of(link, reference))).get(0);
    }

    @Override
    public List<Link> relink(Collection<Relink> changes) {
        return links.relink(changes);
    }

    @Override
    public boolean unlink(String name) {
        return links.unlink(links.idOf(name));
    }

    @Override
    public boolean unlink(LinkId link) {
        return links.unlink(link);
    }

    @Override
    public Link setEnabled(String name, boolean enabled) {
        return links.setEnabled(links.idOf(name), enabled);
    }

    @Override
    public Link setEnabled(LinkId link, boolean enabled) {
        return links.setEnabled(link, enabled);
    }

    @Override
    public Link setFallback(LinkId link, boolean permitted) {
        return links.setFallback(link, permitted);
    }

    @Override
    public Link setAllowedDomains(LinkId link, AllowedDomains domains) {
        return links.setAllowedDomains(link, domains);
    }

    @Override
    public Link handOver(LinkId link, Owner to) {
        return links.handOver(link, to);
    }

    @Override
    public VaultIntegration setScope(String alias, IntegrationScope scope) {
        return integrations.setScope(alias, scope);
    }

    @Override
    public VaultIntegration setAllowedDomains(String alias, AllowedDomains domains) {
        return integrations.setAllowedDomains(alias, domains);
    }

    @Override
    public VaultIntegration share(String alias) {
        return integrations.share(alias);
    }

    @Override
    public void rolesChanged(Actor who) {
        actors.rolesChanged(who);
    }

    @Override
    public Departure forget(Actor who) {
        return actors.forget(who);
    }

    @Override
    public List<Link> links() {
        return links.list();
    }

    @Override
    public Setup exportSetup() {
        return setups.export();
    }

    @Override
    public SetupImport planImport(Setup setup, SetupImport.Mode mode) {
        return setups.plan(setup, mode);
    }

    @Override
    public void set(String name, SecretValue value) {
        values.set(name, value);
    }

    @Override
    public void set(LinkId link, SecretValue value) {
        values.set(link, value);
    }

    @Override
    public void unset(String name) {
        values.unset(name);
    }

    @Override
    public void unset(LinkId link) {
        values.unset(link);
    }

    @Override
    public SecretResolver resolver() {
        return resolver;
    }

    @Override
    public ResolvingCache cache() {
        return cache;
    }

    @Override
    public ScriptAccess scripts() {
        return scripts;
    }

    @Override
    public void close() {
        if (actor == null) {
            core.close();
        }
    }
}
