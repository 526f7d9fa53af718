package io.claviger.examples.teamvault;

import io.claviger.Actor;
import io.claviger.AllowedDomains;
import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.Link;
import io.claviger.LinkId;
import io.claviger.SecretReference;
import io.claviger.Settings;
import io.claviger.provider.hashicorp.HashicorpCredentials;
import java.util.Map;

/** The team's vault is connected and restricted, and its names are linked for two environments. */
final class TeamLinks {

    private final Office office;
    private final Narrator narrator;

    TeamLinks(Office office) {
        this.office = office;
        this.narrator = office.narrator();
    }

    void tell() {
        narrator.chapter("Administrators connect the team's vault, and say what may be read and where it may go");
        refuseAMember();
        narrator.line(office.store().connect(office.vaults()));
        restrict();
        linkNames();
        readInBothEnvironments();
    }

    private void refuseAMember() {
        IntegrationManager carlas = office.as(People.CARLA);
        CredentialSource source =
                CredentialSource.once(HashicorpCredentials.token(office.mint().next()));
        Settings settings = Settings.of("address", "https://vault.example:8200");
        narrator.refused(
                People.CARLA,
                "connect a HashiCorp server",
                () -> carlas.connect(TeamStore.ALIAS, "hashicorp", settings, source));
    }

    private void restrict() {
        IntegrationManager bens = office.as(People.BEN);
        bens.setScope(TeamStore.ALIAS, office.store().scope("shop"));
        narrator.tells(People.BEN, "the scope of " + TeamStore.ALIAS + " is the shop alone");
    }

    private void linkNames() {
        IntegrationManager bens = office.as(People.BEN);
        for (String environment : new String[] {"staging", "production"}) {
            for (String field : new String[] {"user", "password"}) {
                SecretReference reference = office.shop("db-" + environment, field);
                bens.link(Link.of("db_" + field, reference).inEnvironment(environment));
            }
        }
        bens.link("payments_key", office.shop("payments", "key"));
        bens.setFallback(LinkId.of("payments_key"), true);
        bens.setAllowedDomains(LinkId.of("payments_key"), AllowedDomains.parse("*.payments.example"));
        bens.links().forEach(link -> narrator.line("   " + link + ", for " + domains(link)));
    }

    private static String domains(Link link) {
        return link.allowedDomains().restricted() ? link.allowedDomains().toString() : "any target";
    }

    private void readInBothEnvironments() {
        boolean same = password(People.EVE, "staging").equals(password(People.EVE, "production"));
        narrator.tells(
                People.EVE,
                "db_password in staging and in production: " + (same ? "one value" : "two different values"));
    }

    private String password(Actor who, String environment) {
        return office.as(who)
                .resolver()
                .inEnvironment(environment)
                .resolve("db_password")
                .revealText();
    }

    /** The secrets that the vault holds when the day begins. */
    static void fill(TeamStore store, Mint mint) {
        for (String database : new String[] {"db-staging", "db-production", "db-replica"}) {
            store.put("shop", database, Map.of("user", mint.next(), "password", mint.next()));
        }
        store.put("shop", "payments", Map.of("key", mint.next()));
        store.put("office", "mail", Map.of("token", mint.next()));
    }
}
