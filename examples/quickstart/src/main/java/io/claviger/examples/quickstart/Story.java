package io.claviger.examples.quickstart;

import io.claviger.AccessRefusedException;
import io.claviger.Actor;
import io.claviger.CacheStatistics;
import io.claviger.CredentialSource;
import io.claviger.Disconnection;
import io.claviger.IntegrationManager;
import io.claviger.Rendering;
import io.claviger.Role;
import io.claviger.SecretResolver;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.UnresolvedException;
import io.claviger.provider.hashicorp.HashicorpCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the library is for, step by step, printed without any secret in it. */
final class Story {

    /** The alias of the vault in this story. */
    static final String ALIAS = "demo-vault";

    private static final Actor MAX = Actor.of("max");

    private final DemoVault vault;
    private final Narrator narrator;
    private final SecretValue stagingPassword = RandomText.next();
    private final Map<String, SecretValue> values = Map.of(
            "billing-key", RandomText.next(),
            "billing-user", RandomText.next(),
            "billing-password", RandomText.next(),
            "staging-password", stagingPassword);

    Story(DemoVault vault, Narrator narrator) {
        this.vault = vault;
        this.narrator = narrator;
    }

    void tell() throws IOException {
        narrator.title(vault.title());
        values.forEach(vault::put);
        try (IntegrationManager vaults = IntegrationManager.builder()
                        .expiration(Duration.ofMinutes(60))
                        .roles(actor -> Set.of(Role.MEMBER))
                        .build();
                EchoServer server = new EchoServer()) {
            connectAndLink(vaults);
            sendRequest(vaults.resolver(), server);
            useTheCache(vaults);
            changeTheSecret(vaults);
            relink(vaults);
            disconnect(vaults);
            refuseAMember(vaults);
        }
        narrator.end("That was the main job. No secret was printed, and nothing is left behind.");
    }

    private void connectAndLink(IntegrationManager vaults) {
        narrator.chapter("A vault is connected, and names are linked to secrets in it");
        vault.connect(vaults);
        vaults.link("api_key", vault.reference("billing-key"));
        vaults.link("db_user", vault.reference("billing-user"));
        vaults.link("db_password", vault.reference("billing-password"));
        vaults.links().forEach(link -> narrator.line(link.name() + " -> " + link.reference()));
    }

    private void sendRequest(SecretResolver secrets, EchoServer server) {
        narrator.chapter("A request with references in URL, header and body is rendered and sent");
        Rendering url = secrets.render(server.address() + "/orders?user={{vault:db_user}}");
        Rendering header = secrets.render("Bearer {{vault:api_key}}");
        Rendering body = secrets.render("{\"password\": \"{{vault:db_password}}\"}");
        narrator.line("written:  POST " + path(url) + "  |  Authorization: " + header + "  |  " + body);
        send(HttpRequest.newBuilder(URI.create(url.revealText()))
                .header("Authorization", header.revealText())
                .POST(BodyPublishers.ofString(body.revealText()))
                .build());
        narrator.line("arrived:  " + masked(server.lastRequest()).replace(System.lineSeparator(), "  |  "));
    }

    // the port differs from run to run, and so would the output
    private static String path(Rendering url) {
        return url.toString().replaceFirst("http://127\\.0\\.0\\.1:\\d+", "");
    }

    private void useTheCache(IntegrationManager vaults) {
        narrator.chapter("Values come from memory: one read serves every use for an hour");
        CacheStatistics before = vaults.cache().statistics();
        for (int i = 0; i < 1000; i++) {
            vaults.resolver().resolve("db_password");
        }
        CacheStatistics after = vaults.cache().statistics();
        narrator.line("1,000 more uses of db_password: " + (after.hits() - before.hits()) + " from memory, "
                + (after.loads() - before.loads()) + " reads of the vault");
    }

    private void changeTheSecret(IntegrationManager vaults) {
        narrator.chapter("Somebody changes the secret in the vault; a reset shows it at once");
        SecretValue changed = RandomText.next();
        vault.put("billing-password", changed);
        narrator.line("before the reset: " + oldOrNew(vaults, changed));
        vaults.cache().resetName("db_password");
        narrator.line("after the reset:  " + oldOrNew(vaults, changed));
    }

    private static String oldOrNew(IntegrationManager vaults, SecretValue changed) {
        boolean isNew = vaults.resolver().resolve("db_password").hasSameContentAs(changed);
        return isNew ? "the new value" : "the old value, from memory";
    }

    private void relink(IntegrationManager vaults) {
        narrator.chapter("The name is relinked: whoever uses db_password need not know");
        vaults.relink("db_password", vault.reference("staging-password"));
        boolean staging = vaults.resolver().resolve("db_password").hasSameContentAs(stagingPassword);
        narrator.line("db_password -> " + vault.reference("staging-password")
                + (staging ? ", and its value is the one for staging" : ", but the value is another"));
    }

    private void disconnect(IntegrationManager vaults) {
        narrator.chapter("The vault is disconnected: values are gone, links stay, and each says why it is unresolved");
        Disconnection disconnection = vaults.disconnect(ALIAS);
        narrator.line("session: "
                + disconnection.revocation().toString().toLowerCase(Locale.ROOT).replace('_', ' '));
        try {
            vaults.resolver().render("{{vault:db_user}}:{{vault:db_password}}");
        } catch (UnresolvedException e) {
            e.failures().forEach(failure -> narrator.line(failure.explanation()));
        }
    }

    private void refuseAMember(IntegrationManager vaults) {
        narrator.chapter("Roles: Max is a MEMBER, and a HashiCorp integration is for administrators");
        vaults.connect(
                "team-vault",
                "hashicorp",
                Settings.of("address", "https://vault.example:8200"),
                CredentialSource.once(HashicorpCredentials.token(RandomText.next())));
        try {
            vaults.as(MAX).disconnect("team-vault");
        } catch (AccessRefusedException e) {
            narrator.line("max: disconnect team-vault -> " + e.getMessage());
        }
    }

    private String masked(String text) {
        String masked = text;
        for (Map.Entry<String, SecretValue> value : values.entrySet()) {
            masked = masked.replace(value.getValue().revealText(), "[" + value.getKey() + "]");
        }
        return masked;
    }

    private static void send(HttpRequest request) {
        try {
            HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
