package io.claviger.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.CredentialSource;
import io.claviger.SecretValue;
import io.claviger.provider.hashicorp.HashicorpCredentials;
import io.claviger.testservers.OpenBao;
import io.claviger.testservers.OpenBaoExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

class StoryTest {

    private static final String[] TOLD = {
        "db_password -> vault://demo-vault/",
        "written:  POST /orders?user={{vault:db_user}}",
        "arrived:  POST /orders?user=[billing-user]  |  Authorization: Bearer [billing-key]"
                + "  |  {\"password\": \"[billing-password]\"}",
        "1000 from memory, 0 reads of the vault",
        "before the reset: the old value",
        "after the reset:  the new value",
        "and its value is the one for staging",
        "db_user is unresolved: DISCONNECTED",
        "It needs the role SUPER_ADMIN or ADMIN."
    };

    @Nested
    class OnTheEmbeddedVault {

        @TempDir
        private Path directory;

        @Test
        void story_always_isToldWithoutASecret() throws IOException {
            try (RecordingVault vault = new RecordingVault(new EmbeddedVault(directory.resolve("secrets.vault")))) {
                String told = told(vault);
                assertThat(told).contains(TOLD);
                assertThat(vault.shownIn(told)).isEmpty();
            }
        }
    }

    @Nested
    @Tag("server")
    @ExtendWith(OpenBaoExtension.class)
    class OnOpenBao {

        @Test
        void story_always_isToldWithoutASecretAndLeavesNothing(OpenBao server) throws IOException {
            SecretValue token = SecretValue.ofText(server.rootToken());
            CredentialSource source = CredentialSource.renewing(() -> HashicorpCredentials.token(token));
            try (RecordingVault vault =
                    new RecordingVault(new HashicorpVault(server.address().toString(), token, source))) {
                String told = told(vault);
                assertThat(told).contains(TOLD).doesNotContain(server.rootToken());
                assertThat(vault.shownIn(told)).isEmpty();
            }
            assertThat(server.has("secret/metadata/claviger-quickstart/billing-key"))
                    .isFalse();
        }
    }

    private static String told(DemoVault vault) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Story(vault, new Narrator(new PrintStream(out, true, StandardCharsets.UTF_8))).tell();
        return out.toString(StandardCharsets.UTF_8);
    }
}
