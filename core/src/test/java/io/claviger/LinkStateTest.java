package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Fixture;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S6: switching a link on, off and away can be repeated, and changes nothing else of it")
class LinkStateTest {

    private final Fixture fixture = new Fixture().linked("token", "token", "value");
    private final LinkId id = LinkId.of("token");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void setEnabled_repeated_changesNothing() {
        for (boolean enabled : new boolean[] {true, false, false, true, true}) {
            Link link = fixture.manager.setEnabled(id, enabled);
            assertThat(link.enabled()).isEqualTo(enabled);
            assertThat(fixture.manager.links()).containsExactly(link);
        }
        assertThat(fixture.resolve("token")).isEqualTo("value");
    }

    @Test
    void setEnabled_toWhatItIs_keepsAWarmValue() {
        SecretValue value = fixture.secrets.resolve("token");

        fixture.manager.setEnabled(id, true);
        fixture.manager.setFallback(id, false);
        fixture.manager.setAllowedDomains(id, AllowedDomains.any());

        assertThat(fixture.secrets.resolve("token")).isSameAs(value);
        assertThat(fixture.vault.reads).hasSize(1);
    }

    @Test
    void unlink_repeated_saysThatThereWasNone() {
        assertThat(fixture.manager.unlink(id)).isTrue();
        assertThat(fixture.manager.unlink(id)).isFalse();
        assertThat(fixture.manager.links()).isEmpty();
    }

    @Test
    void unlink_andLinkAgain_readsTheSecretAgain() {
        fixture.resolve("token");
        fixture.vault.put("token", "new");

        fixture.manager.unlink(id);
        fixture.manager.link("token", SecretReference.of("team", "token"));

        assertThat(fixture.resolve("token")).isEqualTo("new");
    }

    @Test
    void change_ofANameThatIsNotLinked_isRefusedAndMakesNoLink() {
        LinkId nobody = LinkId.of("nobody");
        for (ThrowingCallable attempt : List.<ThrowingCallable>of(
                () -> fixture.manager.setEnabled(nobody, true),
                () -> fixture.manager.setFallback(nobody, true),
                () -> fixture.manager.setAllowedDomains(nobody, AllowedDomains.any()),
                () -> fixture.manager.handOver(nobody, Owner.team()),
                () -> fixture.manager.setEnabled(id.inEnvironment("staging"), true))) {
            assertThatThrownBy(attempt)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("is not linked");
        }
        assertThat(fixture.manager.links()).hasSize(1);
    }

    @Test
    void relink_ofALink_keepsFlagsDomainsAndEnvironment() {
        Link link = Link.of("staged", SecretReference.of("team", "token"))
                .inEnvironment("staging")
                .withEnabled(false)
                .withFallback(true)
                .withAllowedDomains(AllowedDomains.parse("example.com"));
        fixture.manager.link(link);
        SecretReference other = SecretReference.of("team", "other");

        List<Link> relinked = fixture.manager.relink(List.of(Relink.of(link.id(), other)));

        assertThat(relinked).containsExactly(link.withReference(other));
        assertThat(fixture.manager.links()).contains(link.withReference(other));
    }

    @Test
    void eachFlag_changed_leavesTheOthers() {
        AllowedDomains domains = AllowedDomains.parse("example.com");
        Link link = fixture.manager.links().get(0);

        assertThat(fixture.manager.setAllowedDomains(id, domains)).isEqualTo(link.withAllowedDomains(domains));
        assertThat(fixture.manager.setFallback(id, true))
                .isEqualTo(link.withAllowedDomains(domains).withFallback(true));
        assertThat(fixture.manager.setEnabled(id, false))
                .isEqualTo(link.withAllowedDomains(domains).withFallback(true).withEnabled(false));
    }
}
