package io.claviger.testkit.canary;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was seen and heard: texts, and where they were. Safe for use by several threads. */
final class Evidence {

    private final List<Item> items = new ArrayList<>();

    synchronized void add(String where, String text) {
        items.add(new Item(where, text));
    }

    synchronized boolean mentions(String text) {
        return items.stream().anyMatch(item -> item.text().contains(text));
    }

    synchronized void clear() {
        items.clear();
    }

    private synchronized List<Item> copy() {
        return List.copyOf(items);
    }

    /** Says where secrets show. */
    List<String> leaks(Secrets secrets) {
        // one search in all of it is fast, and nearly always the only one
        String everything = String.join("\n", copy().stream().map(Item::text).toList());
        if (secrets.in(everything).isEmpty()) {
            return List.of();
        }
        List<String> single =
                copy().stream().flatMap(item -> item.leak(secrets)).distinct().toList();
        return single.isEmpty() ? List.of("a secret shows in several pieces") : single;
    }

    private record Item(String where, String text) {

        Stream<String> leak(Secrets secrets) {
            return secrets.in(text).map(secret -> secret + " shows in " + where).stream();
        }
    }
}
