package io.claviger;

import static io.claviger.support.Office.ADA;
import static io.claviger.support.Office.MAX;
import static io.claviger.support.Office.MIA;
import static io.claviger.support.Office.own;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S6: a value is stored through one link, in whichever environment and whosever it is")
class WriteByLinkTest {

    private static final LinkId STANDARD = LinkId.of("token");
    private static final LinkId STAGED = STANDARD.inEnvironment("staging");
    private static final SecretValue NEW = SecretValue.ofText("new");

    private final Office office = new Office();
    private final SecretResolver secrets = office.manager.resolver();
    private final SecretResolver staging = secrets.inEnvironment("staging");

    WriteByLinkTest() {
        office.vault.put("standard", "old").put("staged", "old").put("maxs", "old");
        office.manager.link(Link.of(STANDARD, SecretReference.of("team", "standard")));
        office.manager.link(Link.of(STAGED, SecretReference.of("team", "staged")));
        office.linkOwn(MAX, "mine", "maxs");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void set_ofTheLinkOfAnEnvironment_isSeenThereAtOnceAndNowhereElse() {
        assertThat(staging.resolve("token").revealText()).isEqualTo("old");

        office.as(MIA).set(STAGED, NEW);

        assertThat(staging.resolve("token").revealText()).isEqualTo("new");
        assertThat(secrets.resolve("token").revealText()).isEqualTo("old");
    }

    @Test
    void unset_ofTheLinkOfAnEnvironment_removesThatValueAndKeepsTheLink() {
        office.as(MIA).unset(STAGED);

        assertThat(staging.attempt("token").reason()).contains(Reason.NOT_FOUND);
        assertThat(secrets.resolve("token").revealText()).isEqualTo("old");
        assertThat(office.manager.links()).hasSize(3);
    }

    @Test
    void set_ofALinkThatIsNotThere_isUnresolvedThoughItsNameIsLinked() {
        assertThatThrownBy(() -> office.manager.set(STANDARD.inEnvironment("production"), NEW))
                .isInstanceOfSatisfying(
                        UnresolvedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_LINKED))
                .hasMessageContaining("production");
        assertThatThrownBy(() -> office.manager.unset(LinkId.of("nobody"))).isInstanceOf(UnresolvedException.class);
    }

    @Test
    void set_throughALinkThatIsSwitchedOff_writesNothing() {
        office.manager.setEnabled(STAGED, false);

        assertThatThrownBy(() -> office.manager.set(STAGED, NEW))
                .isInstanceOfSatisfying(
                        UnresolvedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LINK_DISABLED));

        office.manager.setEnabled(STAGED, true);
        assertThat(staging.resolve("token").revealText()).isEqualTo("old");
    }

    @Test
    @DisplayName("S10: another's own link is written only by whoever may change it")
    void set_ofAnothersOwnLink_needsTheRightToChangeIt() {
        LinkId maxs = own(MAX, "mine");
        assertThatThrownBy(() -> office.as(MIA).set(maxs, NEW)).isInstanceOf(AccessRefusedException.class);
        assertThatThrownBy(() -> office.as(MIA).unset(own(MAX, "nothing"))).isInstanceOf(AccessRefusedException.class);
        assertThat(office.resolve(MAX, "mine")).isEqualTo("old");

        office.as(ADA).set(maxs, NEW);
        assertThat(office.resolve(MAX, "mine")).isEqualTo("new");
        office.as(MAX).set(maxs, SecretValue.ofText("newer"));
        assertThat(office.resolve(MAX, "mine")).isEqualTo("newer");
    }
}
