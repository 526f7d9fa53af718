package io.claviger.examples.quickstart;

import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.SecretReference;
import io.claviger.SecretResolver;
import io.claviger.Settings;
import io.claviger.provider.local.LocalCredentials;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The code that the README shows, kept here so that it compiles and is tested. */
final class ReadmeExample {

    private ReadmeExample() {}

    static @Nullable String jdbcUrl(Path passphraseFile, Path vaultFile) {
        String url = null;
        // README: begin
        try (IntegrationManager vaults = IntegrationManager.builder()
                .expiration(Duration.ofMinutes(60)) // the default
                .build()) {
            vaults.connect(
                    "my-vault",
                    "local", // or "hashicorp"
                    Settings.of("file", vaultFile.toString()),
                    CredentialSource.file(passphraseFile, LocalCredentials::passphrase));
            vaults.link("db_password", SecretReference.parse("vault://my-vault/db#password"));

            SecretResolver secrets = vaults.resolver();
            secrets.resolve("db_password").revealText();
            url = secrets.render("jdbc:postgresql://db/app?user=app&password={{vault:db_password}}")
                    .revealText();
        }
        // README: end
        return url;
    }
}
