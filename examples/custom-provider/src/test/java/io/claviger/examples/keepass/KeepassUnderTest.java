package io.claviger.examples.keepass;

import io.claviger.SecretValue;
import io.claviger.testkit.contract.VaultContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A KeePass file in the hands of the contract: what is stored in it, and what it can be made to suffer. */
abstract class KeepassUnderTest extends VaultContract {

    static final String GROUP = "contract";

    @TempDir
    Path folder;

    private SampleFile keepass;

    @BeforeEach
    void create() throws IOException {
        keepass = new SampleFile(file(), credentials());
    }

    Path file() {
        return folder.resolve("team.kdbx");
    }

    @Override
    protected abstract KeepassCredentials credentials();

    /** Forgets the master password of before, so that {@link #credentials()} has another. */
    abstract void changePassword();

    @Override
    protected void store(String name, SecretValue value) throws IOException {
        keepass.put(GROUP, name, Map.of("Password", value));
    }

    @Override
    protected void store(String name, Map<String, String> fields) throws IOException {
        keepass.put(
                GROUP,
                name,
                fields.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, field -> SecretValue.ofText(field.getValue()))));
    }

    @Override
    protected void remove(String name) throws IOException {
        keepass.throwAway(GROUP, name);
    }

    @Override
    protected void endSessions() throws IOException {
        changePassword();
        keepass.changeCredentials(credentials());
    }

    @Override
    protected void goDown() throws IOException {
        Files.delete(file());
    }

    @Override
    protected void garble(String name, String secret) throws IOException {
        Files.writeString(file(), secret);
    }

    @Override
    protected void recover() throws IOException {
        keepass.save();
    }
}
