package io.claviger.examples.teamvault;

import io.claviger.IntegrationManager;
import io.claviger.LinkId;
import io.claviger.Relink;
import io.claviger.SecretResolver;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Two names move to another database in one step. */
final class Moving {

    private static final List<String> FIELDS = List.of("user", "password");

    private final Office office;
    private final Narrator narrator;

    Moving(Office office) {
        this.office = office;
        this.narrator = office.narrator();
    }

    void tell() {
        narrator.chapter("The production database moves: two names are relinked at once, and verified before");
        SecretResolver eves = office.as(People.EVE).resolver().inEnvironment("production");
        String before = eves.resolve("db_user").revealText();
        narrator.unresolved(People.DAN, "relink both to a secret that is not there", () -> relink("db-replicca"));
        narrator.line("neither has moved: " + targets());
        relink("db-replica");
        narrator.tells(People.DAN, "both have moved: " + targets());
        boolean moved = !eves.resolve("db_user").revealText().equals(before);
        narrator.tells(People.EVE, "db_user has " + (moved ? "the new value" : "the old value"));
        narrator.refused(People.DAN, "narrow the scope", () -> office.as(People.DAN)
                .setScope(TeamStore.ALIAS, office.store().scope("shop")));
    }

    private void relink(String secret) {
        IntegrationManager dans = office.as(People.DAN);
        dans.relink(FIELDS.stream()
                .map(field -> Relink.of(production(field), office.shop(secret, field))
                        .expecting(office.shop("db-production", field))
                        .verified())
                .toList());
    }

    private static LinkId production(String field) {
        return LinkId.of("db_" + field).inEnvironment("production");
    }

    private String targets() {
        Map<LinkId, String> targets = office.vaults().links().stream()
                .collect(Collectors.toMap(
                        link -> link.id(), link -> link.reference().toString()));
        return FIELDS.stream().map(field -> targets.get(production(field))).collect(Collectors.joining(", "));
    }
}
