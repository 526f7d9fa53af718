package io.claviger;

import io.claviger.event.AuditSink;
import io.claviger.event.VaultEventListener;
import io.claviger.internal.manager.ManagerConfig;
import io.claviger.internal.manager.Managers;
import io.claviger.internal.manager.RegisteredCredentials;
import io.claviger.internal.text.SafeText;
import io.claviger.spi.VaultProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link IntegrationManager}. Not safe for use by several threads.
 *
 * <p>Every option has a default that suits a service: nothing has to be set.
 */
public final class IntegrationManagerBuilder {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration DEFAULT_SCRIPT_PATIENCE = Duration.ofMinutes(5);
    private static final int DEFAULT_READS_AT_ONCE = 16;
    private static final int MOST_READS_AT_ONCE = 1_000;

    private final List<VaultProvider> providers = new ArrayList<>();
    private final List<VaultEventListener> listeners = new ArrayList<>();
    private boolean discovery = true;
    private CachePolicy cachePolicy = CachePolicy.standard();
    private AccessPolicy accessPolicy = AccessPolicy.standard();
    private EndpointPolicy endpointPolicy = EndpointPolicy.standard();
    private RoleSource roleSource = actor -> Set.of();
    private RetryPolicy retryPolicy = RetryPolicy.standard();
    private @Nullable Duration longestSession;
    private Duration timeout = DEFAULT_TIMEOUT;
    private int readsAtOnce = DEFAULT_READS_AT_ONCE;
    private @Nullable TimeSource timeSource;
    private @Nullable SetupStore setupStore;
    private final Map<String, RegisteredCredentials> credentials = new HashMap<>();
    private @Nullable Executor executor;
    private @Nullable AuditSink auditSink;
    private @Nullable ScriptPrompt scriptPrompt;
    private Duration scriptPatience = DEFAULT_SCRIPT_PATIENCE;

    IntegrationManagerBuilder() {}

    /**
     * Registers a provider, which wins over a discovered one of the same type. By default none is registered.
     *
     * @param provider the provider, whose class carries {@link io.claviger.spi.VaultType}
     * @return this builder
     */
    public IntegrationManagerBuilder provider(VaultProvider provider) {
        providers.add(provider);
        return this;
    }

    /**
     * Switches the discovery of providers by {@link java.util.ServiceLoader} on or off. By default on.
     *
     * @param discovery {@code false} to use registered providers only
     * @return this builder
     */
    public IntegrationManagerBuilder discovery(boolean discovery) {
        this.discovery = discovery;
        return this;
    }

    /**
     * Sets how long fetched secrets are served. By default 60 minutes.
     *
     * @param expiration whole minutes, from 1 to 10,080
     * @return this builder
     * @throws ConfigurationException if the expiration is not in that range or not whole minutes
     */
    public IntegrationManagerBuilder expiration(Duration expiration) {
        this.cachePolicy = cachePolicy.withExpiration(expiration);
        return this;
    }

    /**
     * Sets how long fetched secrets are served and how many. By default {@link CachePolicy#standard()}.
     *
     * @param policy the policy
     * @return this builder
     */
    public IntegrationManagerBuilder cachePolicy(CachePolicy policy) {
        this.cachePolicy = policy;
        return this;
    }

    /**
     * Sets who may do what. By default {@link AccessPolicy#standard()}.
     *
     * @param policy the policy
     * @return this builder
     */
    public IntegrationManagerBuilder accessPolicy(AccessPolicy policy) {
        this.accessPolicy = policy;
        return this;
    }

    /**
     * Sets where connections to vaults may go. It is asked for every integration, whoever gave its settings. By default
     * {@link EndpointPolicy#standard()}: anywhere for settings that the host itself gives, and for those that actors give
     * neither plain HTTP nor addresses of this host and its networks.
     *
     * @param policy the policy
     * @return this builder
     */
    public IntegrationManagerBuilder endpointPolicy(EndpointPolicy policy) {
        this.endpointPolicy = policy;
        return this;
    }

    /**
     * Sets where the roles of actors come from. By default no actor has a role.
     *
     * @param source the host's answer
     * @return this builder
     */
    public IntegrationManagerBuilder roles(RoleSource source) {
        this.roleSource = source;
        return this;
    }

    /**
     * Adds a listener for what happens to integrations, links and reads. By default there is none.
     *
     * @param listener the listener
     * @return this builder
     */
    public IntegrationManagerBuilder listener(VaultEventListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Requires that every management call is recorded: those that change integrations, links, values, the cache or what
     * scripts may do. By default none needs to be.
     *
     * <p>A call is recorded before it takes effect and once more with its outcome. One that cannot be recorded beforehand,
     * within the manager's time-out, is refused with {@link ConfigurationException} and takes no effect; whether it would have
     * been permitted is not looked at. If only the outcome cannot be recorded, the call has taken effect and returns as usual;
     * the log then has a request without outcome, and the next event after it says how many are missing. Reads never wait for
     * the sink and are not recorded: {@linkplain #listener add a listener} as well for those. It is told of management calls too,
     * which are those that have a number:
     *
     * <pre>{@code
     * AuditWriter audit = AuditWriter.toFile(file);
     * builder.requireAudit(audit).listener(event -> {
     *     if (event.call().isEmpty()) {
     *         audit.on(event);
     *     }
     * });
     * }</pre>
     *
     * @param sink records events, {@link io.claviger.event.AuditWriter#toFile} for example
     * @return this builder
     */
    public IntegrationManagerBuilder requireAudit(AuditSink sink) {
        this.auditSink = sink;
        return this;
    }

    /**
     * Turns script access on: the prompt is asked whether scripts may use secrets, and has 5 minutes for its answer. By default
     * off: every script is denied.
     *
     * @param prompt asks a person
     * @return this builder
     */
    public IntegrationManagerBuilder scripts(ScriptPrompt prompt) {
        return scripts(prompt, DEFAULT_SCRIPT_PATIENCE);
    }

    /**
     * Turns script access on, with another time for an answer.
     *
     * @param prompt asks a person
     * @param patience how long the answer may take; access is denied after it
     * @return this builder
     * @throws ConfigurationException if the patience is zero or less
     */
    public IntegrationManagerBuilder scripts(ScriptPrompt prompt, Duration patience) {
        if (patience.isZero() || patience.isNegative()) {
            throw new ConfigurationException(
                    "The time for an answer about scripts is " + patience + ". Set it to more than zero.");
        }
        this.scriptPrompt = prompt;
        this.scriptPatience = patience;
        return this;
    }

    /**
     * Sets how long a call may take that has to wait for a vault. By default 10 seconds.
     *
     * @param timeout more than zero
     * @return this builder
     * @throws ConfigurationException if it is zero or less
     */
    public IntegrationManagerBuilder timeout(Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new ConfigurationException("The time-out is " + timeout + ". Set it to more than zero.");
        }
        this.timeout = timeout;
        return this;
    }

    /**
     * Sets how often a read is tried again that the vault did not answer. By default {@link RetryPolicy#standard()}.
     *
     * @param policy the policy
     * @return this builder
     */
    public IntegrationManagerBuilder retries(RetryPolicy policy) {
        this.retryPolicy = policy;
        return this;
    }

    /**
     * Sets how many reads of one integration may be under way at once; one actor may have half of them. By default 16.
     * Further reads wait for their turn, no longer than their deadline, so that neither a vault that hangs nor an actor who
     * asks for very much keeps others waiting. Reads that wait take no thread; if 10,000 wait, further ones are
     * unresolved as {@link Reason#THROTTLED}.
     *
     * @param most from 1 to 1,000
     * @return this builder
     * @throws ConfigurationException if it is not in that range
     */
    public IntegrationManagerBuilder readsAtOnce(int most) {
        if (most < 1 || most > MOST_READS_AT_ONCE) {
            throw new ConfigurationException("The number of reads at once is " + most + ". Set it from 1 to 1,000.");
        }
        this.readsAtOnce = most;
        return this;
    }

    /**
     * Limits how long sessions last, renewed ones included, counted from their login. By default they last as long as their
     * vault says.
     *
     * @param limit at least 1 minute
     * @return this builder
     * @throws ConfigurationException if it is less than 1 minute
     */
    public IntegrationManagerBuilder longestSession(Duration limit) {
        if (limit.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new ConfigurationException("The longest session is " + limit + ". Set it to 1 minute or more.");
        }
        this.longestSession = limit;
        return this;
    }

    /**
     * Sets the clocks and the scheduler. By default the system's.
     *
     * @param source the time source
     * @return this builder
     */
    public IntegrationManagerBuilder timeSource(TimeSource source) {
        this.timeSource = source;
        return this;
    }

    /**
     * Sets where reads of vaults, listeners and prompts run. By default up to 32 daemon threads of this manager's own, which end when idle.
     *
     * @param executor runs tasks that block; not shut down by the manager
     * @return this builder
     */
    public IntegrationManagerBuilder executor(Executor executor) {
        this.executor = executor;
        return this;
    }

    /**
     * Sets where integrations and links are kept from one start to the next. By default nowhere.
     *
     * <p>They are loaded when the manager is built. Each change is saved before it takes effect, and does not take place if
     * it cannot be saved; a disconnect takes place all the same, and then says so. Neither sessions, credentials and values
     * are kept, nor settings that are the host's own: an integration that had such settings is disconnected after a restart.
     * The others ask for reauthentication; give credentials by {@link IntegrationManager#reauthenticate} or
     * {@link IntegrationManager#connect}, or register them by {@link #credentials}. Whether the host or an actor gave the
     * settings is kept too, for the {@link EndpointPolicy}: keep the store where nobody else can write.
     *
     * @param store where to keep them
     * @return this builder
     */
    public IntegrationManagerBuilder setupStore(SetupStore store) {
        this.setupStore = store;
        return this;
    }

    /**
     * Registers where the credentials of a stored integration come from after a restart, so that it connects by itself at its
     * first use. By default none are registered.
     *
     * <p>The settings say where the credentials may go: they must equal the stored ones in every setting that decides it, so
     * that whoever can change the store cannot send the credentials elsewhere. If they differ, the integration is disconnected.
     * Settings that are the host's own are taken from here, since they are not stored.
     *
     * @param alias the alias of the integration
     * @param settings the settings that it is connected with: at least those that decide where credentials go
     * @param source where its credentials come from
     * @return this builder
     * @throws ConfigurationException if credentials are registered for this alias already
     */
    public IntegrationManagerBuilder credentials(String alias, Settings settings, CredentialSource source) {
        if (credentials.putIfAbsent(alias, new RegisteredCredentials(settings, source)) != null) {
            throw new ConfigurationException(
                    "Credentials are registered twice for the alias " + SafeText.of(alias) + ". Register them once.");
        }
        return this;
    }

    /**
     * Returns the manager. Contacts nothing.
     *
     * @return a manager that acts for the host itself
     * @throws ConfigurationException if two registered providers have the same type, or one has none; or if the setup store
     *     cannot be read, is malformed, or holds what no provider knows
     */
    public IntegrationManager build() {
        return Managers.create(new ManagerConfig(
                List.copyOf(providers),
                discovery,
                cachePolicy,
                accessPolicy,
                endpointPolicy,
                roleSource,
                List.copyOf(listeners),
                retryPolicy,
                longestSession,
                timeout,
                readsAtOnce,
                timeSource,
                setupStore,
                Map.copyOf(credentials),
                executor,
                auditSink,
                scriptPrompt,
                scriptPatience));
    }
}
