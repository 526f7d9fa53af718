package io.claviger.examples.teamvault;

import io.claviger.Disconnection;
import io.claviger.IntegrationManager;
import io.claviger.SecretResolver;
import java.util.List;
import java.util.Locale;

/** The vault is disconnected and connected again; its links are kept. */
final class Outage {

    private final Office office;
    private final Narrator narrator;

    Outage(Office office) {
        this.office = office;
        this.narrator = office.narrator();
    }

    void tell() {
        narrator.chapter("The team's vault is disconnected: names say why they have no value, and come back with it");
        IntegrationManager bens = office.as(People.BEN);
        Disconnection disconnection = bens.disconnect(TeamStore.ALIAS);
        narrator.tells(
                People.BEN,
                TeamStore.ALIAS + " is disconnected; its session: "
                        + disconnection
                                .revocation()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' '));
        SecretResolver eves = office.as(People.EVE).resolver().inEnvironment("production");
        eves.resolveAll(List.of("db_user", "guest_wifi"))
                .values()
                .forEach(resolution -> narrator.line("   " + resolution.explanation()));
        narrator.line(office.store().connect(office.vaults()));
        narrator.tells(People.EVE, "db_user -> " + eves.resolve("db_user"));
    }
}
