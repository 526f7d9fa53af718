package io.claviger;

import static io.claviger.support.Office.ADA;
import static io.claviger.support.Office.MAX;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S10: a handle reads what its name means now, whichever change of links gave it another meaning")
class HandleMeaningTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void handle_ofATeamName_readsTheOwnLinkThatComesToStandIn() {
        office.vault.put("own", "my own");
        Link own = office.linkOwn(MAX, "name", "own");
        Link live = office.as(MAX)
                .link(own.withReference(SecretReference.of("team", "token")).inEnvironment("live"));
        office.as(ADA).handOver(live.id(), Owner.team());
        SecretHandle handle = office.resolver(MAX).inEnvironment("live").bind("name");
        assertThat(handle.get().revealText()).isEqualTo("the token");

        office.as(MAX).setFallback(own.id(), true);

        assertThat(handle.get().revealText()).isEqualTo("my own");
    }
}
