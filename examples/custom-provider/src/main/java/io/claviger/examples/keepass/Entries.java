package io.claviger.examples.keepass;

import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linguafranca.pwdb.kdbx.jackson.JacksonDatabase;
import org.linguafranca.pwdb.kdbx.jackson.JacksonEntry;
import org.linguafranca.pwdb.kdbx.jackson.JacksonGroup;

/** All entries of a KeePass file but those in its recycle bin, by the names of their groups and their titles. */
final class Entries {

    private static final String TITLE = "Title";

    private final String fingerprint;
    private final Map<List<String>, List<SecretSnapshot>> byPath = new HashMap<>();

    private Entries(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    static Entries of(JacksonDatabase database, String fingerprint) {
        Entries entries = new Entries(fingerprint);
        entries.addAll(database.getRootGroup(), List.of());
        return entries;
    }

    private void addAll(JacksonGroup group, List<String> path) {
        for (JacksonEntry entry : group.getEntries()) {
            byPath.computeIfAbsent(below(path, entry.getTitle()), any -> new ArrayList<>())
                    .add(snapshot(entry));
        }
        for (JacksonGroup inner : group.getGroups()) {
            if (!inner.isRecycleBin()) {
                addAll(inner, below(path, inner.getName()));
            }
        }
    }

    /** Some programs leave names out: no reference leads there, and it must not keep others from being read. */
    private static List<String> below(List<String> path, @Nullable String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name == null ? "" : name);
        return List.copyOf(longer);
    }

    /** Attachments are fields, too. Fields that nobody has filled in are none. */
    private static SecretSnapshot snapshot(JacksonEntry entry) {
        Map<String, SecretValue> fields = new LinkedHashMap<>();
        for (String name : entry.getBinaryPropertyNames()) {
            fields.put(name, SecretValue.ofBytes(entry.getBinaryProperty(name)));
        }
        for (String name : entry.getPropertyNames()) {
            String text = entry.getProperty(name);
            if (!name.equals(TITLE) && text != null && !text.isEmpty()) {
                fields.put(name, SecretValue.ofText(text));
            }
        }
        return SecretSnapshot.ofFields(fields).build();
    }

    boolean areOf(EncryptedFile file) {
        return fingerprint.equals(file.fingerprint());
    }

    SecretSnapshot entry(List<String> path) {
        List<SecretSnapshot> found = byPath.getOrDefault(path, List.of());
        if (found.size() == 1) {
            return found.get(0);
        }
        String name = "'" + String.join("/", path) + "'";
        throw found.isEmpty()
                ? VaultFailure.of(
                        Kind.NOT_FOUND,
                        "The KeePass file has no entry " + name + ". Add it, or correct the names of groups and entry.")
                : VaultFailure.of(
                        Kind.MISCONFIGURED,
                        "The KeePass file has " + found.size() + " entries " + name + ". Give them different titles.");
    }
}
