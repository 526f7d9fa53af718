package io.claviger.internal.link;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * All links of one manager. Each change replaces the whole, so that whoever reads several names sees the links of one
 * instant, and a lookup takes no lock.
 */
public final class LinkTable {

    private final ReentrantLock changing = new ReentrantLock();
    private volatile Links links = Links.NONE;

    /** Creates an empty table. */
    public LinkTable() {}

    /**
     * Returns the links of this instant.
     *
     * @return the links
     */
    public Links now() {
        return links;
    }

    /**
     * Changes links, all of them together or none.
     *
     * @param edit makes the changes; if it throws, nothing has changed; must not block
     * @param keep is given the links before anybody sees them; if it throws, nothing has changed
     * @return what became of each changed link
     */
    public List<LinkChange> change(Consumer<LinkDraft> edit, Consumer<Links> keep) {
        changing.lock();
        try {
            LinkDraft draft = new LinkDraft(links);
            edit.accept(draft);
            Links next = draft.result();
            keep.accept(next);
            links = next;
            draft.outdated().forEach(Binding::retire);
            links.overruled().forEach(Binding::retire);
            return draft.made();
        } finally {
            changing.unlock();
        }
    }
}
