package io.claviger.internal.session;

import io.claviger.internal.failure.Failure;
import org.jspecify.annotations.Nullable;

/** Is told how upstream reads end. */
@FunctionalInterface
public interface ReadListener {

    /**
     * A read ended, its retries included.
     *
     * @param failure why it gave no secret; {@code null} if it gave one
     */
    void readEnded(@Nullable Failure failure);
}
