package io.claviger.internal.link;

import io.claviger.Link;
import io.claviger.LinkId;
import io.claviger.Owner;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes of several links that are made together or not at all. Used by one thread, within {@link LinkTable#change}. */
public final class LinkDraft {

    private final Links base;
    private final Map<LinkId, Change> changes = new LinkedHashMap<>();
    private final Set<LinkId> renewed = new HashSet<>();

    LinkDraft(Links base) {
        this.base = base;
    }

    /**
     * Returns the links before any change.
     *
     * @return the links
     */
    public Links base() {
        return base;
    }

    /**
     * Returns a link as it is in this draft.
     *
     * @param id which link
     * @return the link, or {@code null} if there is none
     */
    public @Nullable Link get(LinkId id) {
        Change change = changes.get(id);
        if (change != null) {
            return change.after;
        }
        LinkBinding binding = base.find(id);
        return binding == null ? null : binding.link();
    }

    /**
     * Tells whether an owner will have linked a name in any environment.
     *
     * @param owner the team or one actor
     * @param name the secret name
     * @return {@code true} if so
     */
    public boolean knows(Owner owner, String name) {
        return base.named(name, owner).stream().anyMatch(link -> get(link.id()) != null)
                || changes.entrySet().stream()
                        .anyMatch(change -> change.getValue().after != null
                                && change.getKey().name().equals(name)
                                && change.getKey().owner().equals(owner));
    }

    /**
     * Tells whether an actor has linked a name for themselves.
     *
     * @param name the secret name
     * @param except whose links do not count
     * @return {@code true} if so
     */
    public boolean isOwn(String name, Owner except) {
        return base.all().stream()
                .map(binding -> binding.link().id())
                .anyMatch(id -> id.name().equals(name)
                        && id.owner().actor().isPresent()
                        && !id.owner().equals(except)
                        && get(id) != null);
    }

    /**
     * Puts a link into the place of its id.
     *
     * @param link the link
     */
    public void put(Link link) {
        change(link.id(), new Change(link));
        if (link.environment().isPresent() && base.find(link.id()) == null) {
            renewDefault(LinkId.of(link.name()).ownedBy(link.owner()));
        }
    }

    // whoever found the default link in this environment until now has to look again
    private void renewDefault(LinkId standard) {
        Link link = get(standard);
        if (link != null && link.fallback() && changes.putIfAbsent(standard, new Change(link)) == null) {
            renewed.add(standard);
        }
    }

    /**
     * Takes a link away.
     *
     * @param id which link
     */
    public void remove(LinkId id) {
        change(id, new Change(null));
    }

    private void change(LinkId id, Change change) {
        changes.put(id, change);
        renewed.remove(id);
    }

    Links result() {
        Map<LinkId, Optional<Link>> different = new LinkedHashMap<>();
        for (Map.Entry<LinkId, Change> entry : changes.entrySet()) {
            if (!unchanged(entry)) {
                different.put(entry.getKey(), Optional.ofNullable(entry.getValue().after));
            }
        }
        return different.isEmpty() ? base : base.with(different);
    }

    private boolean unchanged(Map.Entry<LinkId, Change> entry) {
        return !renewed.contains(entry.getKey()) && Objects.equals(before(entry.getKey()), entry.getValue().after);
    }

    private @Nullable Link before(LinkId id) {
        LinkBinding binding = base.find(id);
        return binding == null ? null : binding.link();
    }

    List<LinkChange> made() {
        return changes.entrySet().stream()
                .filter(entry -> !renewed.contains(entry.getKey()))
                .map(entry -> new LinkChange(before(entry.getKey()), entry.getValue().after))
                .toList();
    }

    /** The bindings that no longer hold. */
    List<Binding> outdated() {
        return changes.entrySet().stream()
                .filter(entry -> !unchanged(entry))
                .map(entry -> base.find(entry.getKey()))
                .filter(Objects::nonNull)
                .map(LinkBinding::binding)
                .toList();
    }

    /** What a link becomes. */
    private static final class Change {
        private final @Nullable Link after;

        Change(@Nullable Link after) {
            this.after = after;
        }
    }
}
