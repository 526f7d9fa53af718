package io.claviger.examples.teamvault;

import io.claviger.IntegrationManager;
import io.claviger.Link;
import io.claviger.Owner;
import io.claviger.SecretReference;
import io.claviger.Settings;

/** Members link names of their own, and connect and share a vault of their own. */
final class OwnVaults {

    private static final String BOX = "carlas-box";
    private static final SecretReference WIFI = SecretReference.of(BOX, "wifi");

    private final Office office;
    private final Narrator narrator;

    OwnVaults(Office office) {
        this.office = office;
        this.narrator = office.narrator();
    }

    void tell() {
        narrator.chapter("Members link names of their own; Carla connects a vault of her own, and shares it");
        linkOutOfScope();
        linkPersonalVault();
        share();
    }

    private void linkOutOfScope() {
        IntegrationManager dans = office.as(People.DAN);
        dans.link(Link.of("mail_token", office.store().reference("office", "mail", "token"))
                .ownedBy(Owner.of(People.DAN)));
        narrator.unresolved(
                People.DAN, "mail_token, his own name", () -> dans.resolver().resolve("mail_token"));
        office.as(People.BEN).setScope(TeamStore.ALIAS, office.store().scope("shop", "office"));
        narrator.tells(People.BEN, "the scope is the shop and the office now");
        narrator.tells(People.DAN, "mail_token -> " + dans.resolver().resolve("mail_token"));
        narrator.unresolved(People.EVE, "mail_token, which is Dan's", () -> office.as(People.EVE)
                .resolver()
                .resolve("mail_token"));
    }

    private void linkPersonalVault() {
        IntegrationManager carlas = office.as(People.CARLA);
        carlas.connect(BOX, "local", Settings.empty());
        carlas.link(Link.of("wifi", WIFI).ownedBy(Owner.of(People.CARLA)));
        carlas.set("wifi", office.mint().next());
        narrator.tells(
                People.CARLA,
                BOX + " belongs to " + carlas.integration(BOX).orElseThrow().owner() + "; wifi -> "
                        + carlas.resolver().resolve("wifi"));
    }

    private void share() {
        narrator.refused(People.BEN, "read through " + BOX, () -> office.as(People.BEN)
                .resolver()
                .resolve(WIFI));
        narrator.refused(People.BEN, "share " + BOX, () -> office.as(People.BEN).share(BOX));
        office.as(People.CARLA).share(BOX);
        narrator.tells(People.CARLA, BOX + " is shared");
        office.as(People.BEN).link(Link.of("guest_wifi", WIFI).withFallback(true));
        narrator.tells(
                People.EVE, "guest_wifi -> " + office.as(People.EVE).resolver().resolve("guest_wifi"));
    }
}
