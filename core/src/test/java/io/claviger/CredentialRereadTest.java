package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.internal.session.CredentialSources;
import io.claviger.spi.VaultFailure;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("S2: files and environment variables are read again at each login")
class CredentialRereadTest {

    private final Fixture fixture = new Fixture().linked("token", "token", "value");
    private final FakeVault vault = fixture.vault;

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void file_rotatedBetweenTwoLogins_isReadAgain() throws Exception {
        List<String> texts = new CopyOnWriteArrayList<>();
        Path file = Files.writeString(folder.resolve("token"), "first\n");
        reconnect(CredentialSource.file(file, text -> noted(texts, text)));
        vault.sessionLifetime = Optional.of(Duration.ofMinutes(15));
        fixture.resolve("token");
        Files.writeString(file, "second\n");
        fixture.time.advance(Duration.ofMinutes(61));
        fixture.resolve("token");

        assertThat(texts).containsExactly("first", "second");
    }

    @Test
    void file_rotatedWhileTheVaultDidNotAnswer_isReadAgain() throws Exception {
        List<String> texts = new CopyOnWriteArrayList<>();
        Path file = Files.writeString(folder.resolve("token"), "first\n");
        reconnect(CredentialSource.file(file, text -> noted(texts, text)));
        vault.beforeLogin = () -> {
            throw VaultFailure.of(VaultFailure.Kind.UNAVAILABLE, "Down.");
        };
        fixture.secrets.attempt("token");
        Files.writeString(file, "second\n");
        vault.beforeLogin = () -> {};
        fixture.resolve("token");

        assertThat(texts).containsExactly("first", "second");
        // and handed to the vault: the session is that of the second one
        fixture.manager.reauthenticate("team", Fixture.once("second"));
    }

    @Test
    void environmentVariable_changedBetweenTwoLogins_isReadAgain() {
        List<String> texts = new CopyOnWriteArrayList<>();
        Map<String, String> environment = new HashMap<>(Map.of("TOKEN", "first"));
        reconnect(CredentialSources.environment("TOKEN", environment::get, text -> noted(texts, text)));
        vault.sessionLifetime = Optional.of(Duration.ofMinutes(15));
        fixture.resolve("token");
        environment.put("TOKEN", "second");
        fixture.time.advance(Duration.ofMinutes(61));
        fixture.resolve("token");

        assertThat(texts).containsExactly("first", "second");
    }

    private void reconnect(CredentialSource source) {
        fixture.manager.disconnect("team");
        fixture.manager.connect("team", "fake", Settings.empty(), source);
    }

    private static FakeVault.Key noted(List<String> texts, SecretValue text) {
        texts.add(text.revealText());
        return new FakeVault.Key(text.revealText());
    }
}
