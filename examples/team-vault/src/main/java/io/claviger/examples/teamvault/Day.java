package io.claviger.examples.teamvault;

import io.claviger.EndpointPolicy;
import io.claviger.IntegrationManager;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/** A day of a team, printed without any secret in it. */
final class Day {

    private final TeamStore store;
    private final Mint mint;
    private final Path directory;
    private final Narrator narrator;

    /**
     * Prepares a day.
     *
     * @param store the team's vault
     * @param mint makes the secrets up
     * @param directory for the audit log and the setup of the second site
     * @param out where it is told
     */
    Day(TeamStore store, Mint mint, Path directory, PrintStream out) {
        this.store = store;
        this.mint = mint;
        this.directory = directory;
        this.narrator = new Narrator(out);
    }

    void tell() throws IOException {
        narrator.title("a day of six people and " + store.title());
        TeamLinks.fill(store, mint);
        AuditPage audit = new AuditPage(directory.resolve("audit.jsonl"));
        People people = new People();
        try (IntegrationManager vaults = IntegrationManager.builder()
                .expiration(Duration.ofMinutes(60))
                .roles(people)
                // the server of this story is on this machine, where only the host may connect to by default
                .endpointPolicy(EndpointPolicy.open())
                .requireAudit(audit.required())
                .listener(audit.others())
                .scripts(Scripts.prompt(narrator))
                .build()) {
            live(new Office(vaults, store, people, mint, narrator));
        }
        audit.tell(narrator);
    }

    private void live(Office office) {
        SecondSite site = new SecondSite(office, directory.resolve("second-site.json"));
        new TeamLinks(office).tell();
        site.begin();
        new OwnVaults(office).tell();
        new Requests(office).tell();
        new Moving(office).tell();
        new Scripts(office).tell();
        site.follow();
        new Freshness(office).tell();
        new Leaving(office).tell();
        new Outage(office).tell();
    }
}
