package io.claviger.provider.local.internal.store;

import io.claviger.spi.Call;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** Keeps a vault in memory, as long as it is open. */
public final class MemoryStore implements Store {

    private final ReentrantLock changing = new ReentrantLock();
    private volatile Contents contents = Contents.empty();

    /** Creates an empty vault. */
    public MemoryStore() {}

    @Override
    public Contents contents(Call call) {
        return contents;
    }

    @Override
    public Contents change(UnaryOperator<Contents> change, Call call) {
        changing.lock();
        try {
            Contents old = contents;
            contents = change.apply(old);
            return old;
        } finally {
            changing.unlock();
        }
    }

    @Override
    public void destroy(Call call) {
        // revisions go on, so that no version is ever used for two values
        change(Contents::cleared, call);
    }

    @Override
    public void close() {
        contents = Contents.empty();
    }
}
