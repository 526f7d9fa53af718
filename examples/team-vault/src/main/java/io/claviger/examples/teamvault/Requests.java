package io.claviger.examples.teamvault;

import io.claviger.Rendering;
import io.claviger.SecretResolver;
import java.net.URI;

/** Text is rendered for the place that it is sent to. */
final class Requests {

    private static final String BODY = "{\"user\": \"{{vault:db_user}}\", \"key\": \"{{vault:payments_key}}\"}";
    private static final URI BANK = URI.create("https://api.payments.example/charge");
    private static final URI LOOKALIKE = URI.create("https://api.payments.example.evil.example/charge");

    private final Office office;
    private final Narrator narrator;

    Requests(Office office) {
        this.office = office;
        this.narrator = office.narrator();
    }

    void tell() {
        narrator.chapter("A request is rendered for its target; the payments key goes to allowed domains alone");
        SecretResolver secrets = office.as(People.EVE).resolver().inEnvironment("production");
        Rendering body = secrets.forTarget(BANK).render(BODY);
        narrator.tells(People.EVE, "for " + BANK + ": " + body);
        narrator.unresolved(People.EVE, "for " + LOOKALIKE, () -> secrets.forTarget(LOOKALIKE)
                .render(BODY));
        narrator.refused(People.FINN, "the same request by a partner", () -> office.as(People.FINN)
                .resolver()
                .inEnvironment("production")
                .forTarget(BANK)
                .render(BODY));
    }
}
