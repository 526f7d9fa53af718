package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Fixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §8: a name that is linked in another environment is told from one that is not linked")
class NotLinkedHereTest {

    private static final SecretReference REFERENCE = SecretReference.of("team", "token");

    private final Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private String detail(SecretResolver secrets) {
        Resolution resolution = secrets.attempt("token");
        assertThat(resolution.reason()).contains(Reason.NOT_LINKED);
        return resolution.detail();
    }

    @Test
    void name_linkedNowhere_hasNoDetail() {
        fixture.manager.link("other", REFERENCE);
        assertThat(detail(fixture.secrets)).isEmpty();
        assertThat(detail(fixture.secrets.inEnvironment("staging"))).isEmpty();
    }

    @Test
    void name_withADefaultLinkThatMayNotStandIn_saysSo() {
        fixture.manager.link("token", REFERENCE);
        assertThat(detail(fixture.secrets.inEnvironment("staging")))
                .isEqualTo(
                        "It is linked, but not in the environment staging, and its default link may not stand in there.");
    }

    @Test
    void name_linkedInAnotherEnvironment_saysSo() {
        fixture.manager.link(Link.of("token", REFERENCE).inEnvironment("production"));
        assertThat(detail(fixture.secrets.inEnvironment("staging")))
                .isEqualTo("It is linked, but not in the environment staging.");
        assertThat(detail(fixture.secrets)).isEqualTo("It is linked in environments only, and none was named.");
        assertThatThrownBy(() -> fixture.manager.set("token", SecretValue.ofText("value")))
                .hasMessageContaining("It is linked in environments only, and none was named.");
    }

    @Test
    @DisplayName("S10: what others have linked is not told of")
    void name_linkedByAnotherActor_hasNoDetail() {
        fixture.manager.link(
                Link.of("token", REFERENCE).ownedBy(Owner.of(Actor.of("ana"))).inEnvironment("production"));
        assertThat(detail(fixture.secrets)).isEmpty();
        assertThat(detail(fixture.secrets.inEnvironment("staging"))).isEmpty();
    }
}
