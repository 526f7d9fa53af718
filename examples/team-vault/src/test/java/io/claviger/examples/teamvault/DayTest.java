package io.claviger.examples.teamvault;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretValue;
import io.claviger.testservers.OpenBao;
import io.claviger.testservers.OpenBaoExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

class DayTest {

    private static final String[] TOLD = {
        "carla: connect a HashiCorp server -> Refused: you may not connect an integration."
                + " It needs the role SUPER_ADMIN or ADMIN.",
        "payments_key of team -> vault://team-vault/",
        ", for *.payments.example",
        "eve: db_password in staging and in production: two different values",
        "eve: export the setup -> Refused: you may not export the setup.",
        "ana: exported Setup[1 integrations, 5 links]",
        "dan: mail_token, his own name -> mail_token is unresolved: OUT_OF_SCOPE",
        "eve: mail_token, which is Dan's -> mail_token is empty: NOT_LINKED",
        "carla: carlas-box belongs to carla; wifi -> SecretValue[redacted]",
        "ben: read through carlas-box -> Refused: you may not",
        "ben: share carlas-box -> Refused: you may not share an integration.",
        "eve: guest_wifi -> SecretValue[redacted]",
        "eve: for https://api.payments.example/charge: {\"user\": \"{{vault:db_user}}\"",
        "eve: for https://api.payments.example.evil.example/charge -> payments_key is unresolved: DOMAIN_NOT_ALLOWED",
        "finn: the same request by a partner -> Refused: you may not resolve a name."
                + " It needs the role SUPER_ADMIN or ADMIN or MEMBER.",
        "db-replicca",
        "is empty: NOT_FOUND",
        "neither has moved: vault://",
        "dan: both have moved: vault://",
        "eve: db_user has the new value",
        "dan: narrow the scope -> Refused: you may not change the scope of an integration."
                + " It needs the role SUPER_ADMIN or ADMIN.",
        "a script of Refunds: guest_wifi -> SecretValue[redacted]",
        "a script of Experiments -> Refused: you may not use secrets in a script.",
        "remembered for eve: workspace:w-2 denied",
        "~ link db_user@production (reference: vault://",
        "ben: apply it without a look -> Not confirmed: integration team-vault gives access to more",
        "the second site is started again",
        "carlas-box is REAUTHENTICATION_REQUIRED",
        "ben: the expiration is 15 minutes",
        "eve: after a change in the vault: the old value, from memory",
        "eve: after a reset: the new value",
        "ben: dans-box was disconnected",
        "dan: read by the handle he still holds -> Refused: you may not resolve a name.",
        "eve: mail_token of eve -> vault://",
        "db_user is unresolved: DISCONNECTED at vault://",
        "Connect the integration; its links work again as they are.",
        "eve: db_user -> SecretValue[redacted]",
        "\"outcome\":\"refused\"",
        "\"operation\":\"change_scope\",\"actor\":\"dan\",\"alias\":\"team-vault\"}"
    };

    @TempDir
    private Path directory;

    private final RecordingMint mint = new RecordingMint();

    @Test
    void day_onTheEmbeddedVault_isToldWithoutASecret() throws IOException {
        try (TeamStore store = new EmbeddedStore(directory.resolve("team.vault"), mint.next())) {
            assertIsADay(told(store));
        }
    }

    @Test
    void program_withoutAServer_saysThatTheServerIsSkipped() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TeamVault.run(Map.of("VAULT_ADDR", "http://127.0.0.1:8200"), directory, utf8(out));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("an embedded vault")
                .containsOnlyOnce("Team vault: ")
                .contains("Skipped: the same day on a server.");
    }

    @Nested
    @Tag("server")
    @ExtendWith(OpenBaoExtension.class)
    class OnOpenBao {

        @Test
        void day_onAServer_isToldWithoutASecretAndLeavesNothing(OpenBao server) throws IOException {
            SecretValue token = mint.remember(SecretValue.ofText(server.rootToken()));
            try (TeamStore store = new OpenBaoStore(server.address().toString(), token)) {
                String told = told(store);
                assertIsADay(told);
                assertThat(told).contains("team-vault is REAUTHENTICATION_REQUIRED", "ana reauthenticates team-vault");
            }
            assertThat(server.has("secret/metadata/claviger-team-vault?list=true"))
                    .isFalse();
        }
    }

    private String told(TeamStore store) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Day(store, mint, directory, utf8(out)).tell();
        return out.toString(StandardCharsets.UTF_8);
    }

    private void assertIsADay(String told) throws IOException {
        assertThat(told).contains(TOLD);
        assertThat(told.split("6 of 6 links have a value there", -1))
                .as("the second site, before and after it is started again")
                .hasSize(3);
        assertThat(mint.shownIn(told)).isEmpty();
        for (String file : List.of("audit.jsonl", "second-site.json")) {
            String written = Files.readString(directory.resolve(file));
            assertThat(written).isNotBlank();
            assertThat(mint.shownIn(written)).isEmpty();
        }
    }

    private static PrintStream utf8(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }
}
