package io.claviger.examples.teamvault;

import io.claviger.ConfigurationException;
import io.claviger.Confirmation;
import io.claviger.CredentialSource;
import io.claviger.EndpointPolicy;
import io.claviger.IntegrationManager;
import io.claviger.Link;
import io.claviger.Resolution;
import io.claviger.SecretResolver;
import io.claviger.Settings;
import io.claviger.Setup;
import io.claviger.SetupImport;
import io.claviger.SetupStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;

/** Another program of the team, which keeps its setup in a file and gets it as text, without any secret. */
final class SecondSite {

    private static final URI TARGET = URI.create("https://api.payments.example/");

    private final Office office;
    private final Narrator narrator;
    private final SetupStore file;

    SecondSite(Office office, Path file) {
        this.office = office;
        this.narrator = office.narrator();
        this.file = SetupStore.file(file);
    }

    /** Takes over what the team has in the morning. */
    void begin() {
        narrator.chapter("The setup goes to a second site: integrations and links, no credential, no value");
        narrator.refused(
                People.EVE, "export the setup", () -> office.as(People.EVE).exportSetup());
        String text = office.as(People.ANA).exportSetup().toText();
        narrator.tells(People.ANA, "exported " + Setup.parse(text));
        try (IntegrationManager there = open()) {
            SetupImport plan = plan(there, text);
            plan.changes().forEach(change -> narrator.line("   " + change.kind() + " " + change.subject()));
            apply(plan, Set.of());
        }
    }

    /** Takes over what has changed since, after a look at it. */
    void follow() {
        narrator.chapter("The second site follows: a diff, a confirmation, and all names work there");
        String text = office.as(People.BEN).exportSetup().toText();
        try (IntegrationManager there = open()) {
            SetupImport plan = plan(there, text);
            plan.changes().forEach(change -> narrator.line("   " + change));
            narrator.fails(
                    People.BEN, "apply it without a look", ConfigurationException.class, () -> apply(plan, Set.of()));
            Set<Confirmation> shown = plan.confirmationsNeeded();
            shown.forEach(confirmation -> narrator.line("   asked: " + confirmation));
            apply(plan, shown);
            narrator.tells(People.BEN, "confirmed and applied");
            connect(there);
            resolveAll(there);
        }
        restart();
    }

    private IntegrationManager open() {
        return IntegrationManager.builder()
                .roles(office.people())
                // the server of this story is on this machine, where only the host may connect to by default
                .endpointPolicy(EndpointPolicy.open())
                .setupStore(file)
                .build();
    }

    private static SetupImport plan(IntegrationManager there, String text) {
        return there.as(People.BEN).planImport(Setup.parse(text), SetupImport.Mode.MERGE);
    }

    private static void apply(SetupImport plan, Set<Confirmation> given) {
        plan.apply(given);
    }

    private void connect(IntegrationManager there) {
        states(there);
        narrator.line(office.store().connect(there));
        fillTheBox(there);
    }

    // a vault in memory begins empty wherever it is connected
    private void fillTheBox(IntegrationManager there) {
        there.as(People.BEN).connect("carlas-box", "local", Settings.empty());
        there.as(People.BEN).set("guest_wifi", office.mint().next());
    }

    private void restart() {
        try (IntegrationManager there = open()) {
            narrator.line("the second site is started again");
            states(there);
            narrator.line(office.store().resume(there));
            resumeTheBox(there);
            resolveAll(there);
        }
    }

    private void resumeTheBox(IntegrationManager there) {
        there.as(People.BEN).reauthenticate("carlas-box", CredentialSource.none());
        there.as(People.BEN).set("guest_wifi", office.mint().next());
        narrator.tells(People.BEN, "carlas-box is reauthenticated, and filled again");
    }

    private void states(IntegrationManager there) {
        there.integrations().forEach(vault -> narrator.line("   " + vault.alias() + " is " + vault.state()));
    }

    private void resolveAll(IntegrationManager there) {
        long resolved =
                there.links().stream().filter(link -> resolves(there, link)).count();
        narrator.line(resolved + " of " + there.links().size() + " links have a value there");
    }

    private boolean resolves(IntegrationManager there, Link link) {
        SecretResolver secrets = there.as(People.EVE).resolver().forTarget(TARGET);
        Resolution resolution =
                link.environment().map(secrets::inEnvironment).orElse(secrets).attempt(link.name());
        if (!resolution.resolved()) {
            narrator.line("   " + resolution.explanation());
        }
        return resolution.resolved();
    }
}
