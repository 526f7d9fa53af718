package io.claviger.examples.teamvault;

import io.claviger.IntegrationManager;
import io.claviger.SecretResolver;
import io.claviger.SecretValue;
import java.time.Duration;
import java.util.Map;

/** How long values are kept is changed, and what is kept is dropped. */
final class Freshness {

    private final Office office;
    private final Narrator narrator;

    Freshness(Office office) {
        this.office = office;
        this.narrator = office.narrator();
    }

    void tell() {
        narrator.chapter("Values are kept for a quarter of an hour; a reset shows a changed one at once");
        IntegrationManager bens = office.as(People.BEN);
        bens.cache().setExpiration(Duration.ofMinutes(15));
        narrator.tells(
                People.BEN,
                "the expiration is " + bens.cache().expiration().toMinutes()
                        + " minutes, for what is cached already too");
        SecretResolver eves = office.as(People.EVE).resolver().inEnvironment("staging");
        eves.resolve("db_password");
        SecretValue changed = office.mint().next();
        office.store().put("shop", "db-staging", Map.of("user", office.mint().next(), "password", changed));
        narrator.tells(People.EVE, "after a change in the vault: " + oldOrNew(eves, changed));
        bens.cache().reset();
        narrator.tells(People.EVE, "after a reset: " + oldOrNew(eves, changed));
    }

    private static String oldOrNew(SecretResolver secrets, SecretValue changed) {
        boolean isNew = secrets.resolve("db_password").hasSameContentAs(changed);
        return isNew ? "the new value" : "the old value, from memory";
    }
}
