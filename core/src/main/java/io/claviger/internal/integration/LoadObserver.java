package io.claviger.internal.integration;

import io.claviger.Reason;
import org.jspecify.annotations.Nullable;

/** Is told how upstream reads end. */
@FunctionalInterface
interface LoadObserver {

    /**
     * A read ended.
     *
     * @param reason why it gave no secret; {@code null} if it gave one
     */
    void loaded(@Nullable Reason reason);
}
