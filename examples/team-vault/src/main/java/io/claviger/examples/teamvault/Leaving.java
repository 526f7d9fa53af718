package io.claviger.examples.teamvault;

import io.claviger.Departure;
import io.claviger.IntegrationManager;
import io.claviger.Link;
import io.claviger.Owner;
import io.claviger.SecretHandle;
import io.claviger.Settings;

/** Dan leaves; what he had is ended, and his links are handed over. */
final class Leaving {

    private final Office office;
    private final Narrator narrator;

    Leaving(Office office) {
        this.office = office;
        this.narrator = office.narrator();
    }

    void tell() {
        narrator.chapter("Dan leaves: he is forgotten, and his links are handed over");
        IntegrationManager dans = office.as(People.DAN);
        dans.connect("dans-box", "local", Settings.empty());
        SecretHandle held = dans.resolver().bind("mail_token");
        narrator.tells(People.DAN, "a handle of his reads mail_token -> " + held.get());
        narrator.refused(
                People.CARLA, "forget dan", () -> office.as(People.CARLA).forget(People.DAN));
        office.people().leaves(People.DAN);
        Departure departure = office.as(People.BEN).forget(People.DAN);
        departure.ended().forEach(ended -> narrator.tells(People.BEN, ended.alias() + " was disconnected"));
        narrator.refused(People.DAN, "read by the handle he still holds", held::get);
        departure.links().forEach(this::handOver);
    }

    private void handOver(Link link) {
        Link handed = office.as(People.BEN).handOver(link.id(), Owner.of(People.EVE));
        narrator.tells(
                People.EVE,
                handed + " is hers, and -> " + office.as(People.EVE).resolver().resolve(handed.name()));
    }
}
