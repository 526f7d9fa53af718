package io.claviger.event;

import java.io.IOException;

/**
 * Records management calls where the host requires it: see
 * {@link io.claviger.IntegrationManagerBuilder#requireAudit(AuditSink)}.
 *
 * <p>Told twice of each call, with the same {@link VaultEvent#call()}: before anything is done, as
 * {@link VaultEvent.Outcome#REQUESTED}, and after it, with its outcome. The call waits for both, at most as long as the
 * manager's time-out each; then the thread is interrupted.
 *
 * <p>Called on a thread of its own, one event at a time, and never while the library holds a lock. It must not call the
 * manager.
 */
@FunctionalInterface
public interface AuditSink {

    /**
     * Records one event. It is recorded once this returns.
     *
     * @param event what is about to happen, or happened
     * @throws IOException if it could not be recorded; any exception counts as this
     */
    void write(VaultEvent event) throws IOException;
}
