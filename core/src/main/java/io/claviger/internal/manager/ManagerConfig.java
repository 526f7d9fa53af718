package io.claviger.internal.manager;

import io.claviger.AccessPolicy;
import io.claviger.CachePolicy;
import io.claviger.RetryPolicy;
import io.claviger.RoleSource;
import io.claviger.ScriptPrompt;
import io.claviger.SetupStore;
import io.claviger.TimeSource;
import io.claviger.event.AuditSink;
import io.claviger.event.VaultEventListener;
import io.claviger.spi.VaultProvider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the builder was told.
 *
 * @param providers the registered providers
 * @param discovery whether {@link java.util.ServiceLoader} is asked too
 * @param cachePolicy how long and how many
 * @param accessPolicy who may do what
 * @param roleSource the roles of actors
 * @param listeners who is told what happens
 * @param retryPolicy how often a read is tried again
 * @param longestSession how long sessions may last; {@code null} for as long as their vault says
 * @param timeout how long a call may take
 * @param timeSource the clocks; {@code null} for the system's
 * @param setupStore where integrations and links are kept; {@code null} for nowhere
 * @param credentials where credentials of integrations come from after a restart, by alias
 * @param executor where reads run; {@code null} for threads of the manager's own
 * @param auditSink where management calls are recorded; {@code null} if that is not required
 * @param scriptPrompt decides about scripts; {@code null} if they are all denied
 * @param scriptPatience how long a decision about scripts may take
 */
public record ManagerConfig(
        List<VaultProvider> providers,
        boolean discovery,
        CachePolicy cachePolicy,
        AccessPolicy accessPolicy,
        RoleSource roleSource,
        List<VaultEventListener> listeners,
        RetryPolicy retryPolicy,
        @Nullable Duration longestSession,
        Duration timeout,
        @Nullable TimeSource timeSource,
        @Nullable SetupStore setupStore,
        Map<String, RegisteredCredentials> credentials,
        @Nullable Executor executor,
        @Nullable AuditSink auditSink,
        @Nullable ScriptPrompt scriptPrompt,
        Duration scriptPatience) {}
