package io.claviger.provider.local.internal.store;

import io.claviger.SecretValue;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All entries of a vault at one revision. Immutable; never prints values. */
public final class Contents {

    private static final Contents EMPTY = new Contents(0, new TreeMap<>());
    private static final int NAMES_SHOWN = 20;

    private final long revision;
    private final SortedMap<String, Entry> entries;

    private Contents(long revision, SortedMap<String, Entry> entries) {
        this.revision = revision;
        this.entries = entries;
    }

    static Contents empty() {
        return EMPTY;
    }

    static Contents of(long revision, SortedMap<String, Entry> entries) {
        return new Contents(revision, Collections.unmodifiableSortedMap(entries));
    }

    long revision() {
        return revision;
    }

    Map<String, Entry> entries() {
        return entries;
    }

    /**
     * Returns one entry.
     *
     * @param name its canonical name
     * @return the entry; empty if there is none
     */
    public Optional<Entry> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /**
     * Returns the names.
     *
     * @return an immutable copy, in order
     */
    public SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(entries.keySet()));
    }

    /**
     * Returns these contents with an entry added or replaced, one revision later.
     *
     * @param name its canonical name
     * @param value its value
     * @return new contents
     */
    public Contents with(String name, SecretValue value) {
        SortedMap<String, Entry> changed = new TreeMap<>(entries);
        changed.put(name, Entry.of(value, revision + 1));
        return next(changed);
    }

    /**
     * Returns these contents without an entry, one revision later.
     *
     * @param name its canonical name
     * @return new contents; the same if there is no such entry
     */
    public Contents without(String name) {
        if (!entries.containsKey(name)) {
            return this;
        }
        SortedMap<String, Entry> changed = new TreeMap<>(entries);
        changed.remove(name);
        return next(changed);
    }

    /**
     * Returns these contents with all entries of others, one revision later.
     *
     * @param others what to add
     * @param replace whether an entry that is there with another value may be replaced
     * @return new contents; the same if nothing changes
     */
    public Contents withAll(Contents others, boolean replace) {
        SortedMap<String, Entry> added = new TreeMap<>(others.entries);
        added.entrySet().removeIf(other -> sameValue(other.getKey(), other.getValue()));
        if (added.isEmpty()) {
            return this;
        }
        if (!replace) {
            checkAbsent(added);
        }
        SortedMap<String, Entry> changed = new TreeMap<>(entries);
        added.forEach((name, entry) -> changed.put(name, Entry.of(entry.value(), revision + 1)));
        return next(changed);
    }

    /** The same entries, one revision later. */
    Contents rewritten() {
        return next(entries);
    }

    /** No entries, one revision later. */
    Contents cleared() {
        return next(new TreeMap<>());
    }

    private boolean sameValue(String name, Entry other) {
        Entry own = entries.get(name);
        return own != null
                && own.value().binary() == other.value().binary()
                && own.value().hasSameContentAs(other.value());
    }

    private void checkAbsent(SortedMap<String, Entry> added) {
        SortedSet<String> taken = new TreeSet<>(added.keySet());
        taken.retainAll(entries.keySet());
        if (!taken.isEmpty()) {
            throw VaultFailure.of(
                    Kind.MISCONFIGURED,
                    "The vault has other values under " + taken.size() + " of the imported names: " + shown(taken)
                            + ". Nothing was imported; ask to replace them, or unset them first.");
        }
    }

    private static String shown(SortedSet<String> names) {
        String first = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        return names.size() > NAMES_SHOWN ? first + ", ..." : first;
    }

    private Contents next(SortedMap<String, Entry> changed) {
        if (changed.size() > Limits.ENTRIES) {
            throw VaultFailure.of(
                    Kind.MISCONFIGURED,
                    "The vault would have more than " + Limits.ENTRIES + " entries. Spread them over several vaults.");
        }
        return of(revision + 1, changed);
    }
}
