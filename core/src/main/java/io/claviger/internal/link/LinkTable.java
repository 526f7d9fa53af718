package io.claviger.internal.link;

import com.google.common.collect.ImmutableMap;
import io.claviger.Link;
import io.claviger.SecretReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All links of one manager. Each change replaces the table, so that whoever reads several names sees the links of one
 * instant, and a lookup takes no lock.
 */
public final class LinkTable {

    private final ReentrantLock changing = new ReentrantLock();
    private volatile ImmutableMap<String, LinkBinding> table = ImmutableMap.of();

    /** Creates an empty table. */
    public LinkTable() {}

    /**
     * Returns the links of this instant.
     *
     * @return an immutable map by name
     */
    public ImmutableMap<String, LinkBinding> now() {
        return table;
    }

    /**
     * Returns one link of this instant.
     *
     * @param name the secret name
     * @return the link, or {@code null} if the name is not linked
     */
    public @Nullable LinkBinding find(String name) {
        return table.get(name);
    }

    /**
     * Returns all links.
     *
     * @return the links, by name
     */
    public List<Link> links() {
        return table.values().stream()
                .map(LinkBinding::link)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .collect(Collectors.toUnmodifiableList());
    }

    /**
     * Adds a link.
     *
     * @param name the secret name
     * @param reference where the value lives
     * @return the link; empty if the name was linked already
     */
    public Optional<Link> add(String name, SecretReference reference) {
        Change change = change(name, before -> before == null ? new Link(name, reference, true) : before);
        return change.before() == null ? Optional.ofNullable(change.after()) : Optional.empty();
    }

    /**
     * Changes a link that is there.
     *
     * @param name the secret name
     * @param update gives the new link for the old one
     * @return the links before and after; empty if the name is not linked
     */
    public Optional<Change> update(String name, UnaryOperator<Link> update) {
        Change change = change(name, before -> before == null ? null : update.apply(before));
        return change.before() == null ? Optional.empty() : Optional.of(change);
    }

    /**
     * Removes a link.
     *
     * @param name the secret name
     * @return what it was; empty if the name was not linked
     */
    public Optional<Link> remove(String name) {
        return Optional.ofNullable(change(name, before -> null).before());
    }

    private Change change(String name, UnaryOperator<@Nullable Link> update) {
        changing.lock();
        try {
            LinkBinding old = table.get(name);
            Link before = old == null ? null : old.link();
            Link after = update.apply(before);
            if (!Objects.equals(before, after)) {
                table = with(table, name, after);
                if (old != null) {
                    old.binding().retire();
                }
            }
            return new Change(before, after);
        } finally {
            changing.unlock();
        }
    }

    private static ImmutableMap<String, LinkBinding> with(
            Map<String, LinkBinding> current, String name, @Nullable Link after) {
        Map<String, LinkBinding> changed = new HashMap<>(current);
        changed.remove(name);
        if (after != null) {
            changed.put(name, LinkBinding.of(after));
        }
        return ImmutableMap.copyOf(changed);
    }

    /**
     * What a change did.
     *
     * @param before the link before; {@code null} if there was none
     * @param after the link after; {@code null} if there is none
     */
    public record Change(@Nullable Link before, @Nullable Link after) {}
}
