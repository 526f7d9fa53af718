package io.claviger.examples.keepass;

import io.claviger.SecretValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.linguafranca.pwdb.kdbx.KdbxHeader;
import org.linguafranca.pwdb.kdbx.KdbxStreamFormat;
import org.linguafranca.pwdb.kdbx.jackson.JacksonDatabase;
import org.linguafranca.pwdb.kdbx.jackson.JacksonEntry;
import org.linguafranca.pwdb.kdbx.jackson.JacksonGroup;

/** A KeePass file for demonstrations and tests, in the place of the KeePass program. Safe for several threads. */
final class SampleFile {

    // less than a thousandth of what KeePass takes: samples are opened often and hide nothing
    private static final long MEMORY = 64 * 1024;

    private final Path path;
    private final JacksonDatabase database;
    private KeepassCredentials credentials;

    SampleFile(Path path, KeepassCredentials credentials) throws IOException {
        Library.access();
        this.path = path;
        this.credentials = credentials;
        this.database = new JacksonDatabase();
        save();
    }

    synchronized void put(String group, String title, Map<String, SecretValue> fields) throws IOException {
        entries(group, title).forEach(group(group)::removeEntry);
        add(group, title, fields);
    }

    synchronized void add(String group, String title, Map<String, SecretValue> fields) throws IOException {
        JacksonEntry entry = database.newEntry(title);
        fields.forEach((name, value) -> fill(entry, name, value));
        group(group).addEntry(entry);
        save();
    }

    private static void fill(JacksonEntry entry, String name, SecretValue value) {
        if (value.binary()) {
            entry.setBinaryProperty(name, value.revealBytes());
        } else {
            entry.setProperty(name, value.revealText());
        }
    }

    synchronized void throwAway(String group, String title) throws IOException {
        entries(group, title).forEach(database.getRecycleBin()::addEntry);
        save();
    }

    synchronized void changeCredentials(KeepassCredentials others) throws IOException {
        credentials = others;
        save();
    }

    private List<JacksonEntry> entries(String group, String title) {
        return group(group).getEntries().stream()
                .filter(entry -> entry.getTitle().equals(title))
                .toList();
    }

    private JacksonGroup group(String name) {
        JacksonGroup root = database.getRootGroup();
        return root.getGroups().stream()
                .filter(group -> group.getName().equals(name))
                .findFirst()
                .orElseGet(() -> root.addGroup(database.newGroup(name)));
    }

    /** As KeePass does: a whole new file takes the place of the old one at once. */
    synchronized void save() throws IOException {
        KdbxHeader header = new KdbxHeader(4);
        header.getKdfParameters().putULong("M", MEMORY);
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try (OutputStream out = Files.newOutputStream(fresh)) {
            database.save(new KdbxStreamFormat(header), credentials.key(), out);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    }
}
