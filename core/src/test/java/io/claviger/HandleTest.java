package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C2, C4, C5, S12: a handle honours expiration, reset, relink, disconnect and changed rights")
class HandleTest {

    private static final Actor ANA = Actor.of("ana");

    private final Set<Role> roles = EnumSet.of(Role.MEMBER);
    private final FakeVault vault = new FakeVault();
    private final Fixture fixture =
            new Fixture(vault, builder -> builder.roles(actor -> Set.copyOf(roles))).linked("token", "token", "first");
    private final SecretHandle handle = fixture.secrets.bind("token");

    HandleTest() {
        assertThat(handle.get().revealText()).isEqualTo("first");
        assertThat(handle.get().revealText()).isEqualTo("first");
        vault.put("token", "second");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void get_ofACachedValue_readsNothing() {
        for (int i = 0; i < 100; i++) {
            assertThat(handle.get().revealText()).isEqualTo("first");
        }

        assertThat(vault.reads).hasSize(1);
        assertThat(handle.name()).isEqualTo("token");
        assertThat(handle).hasToString("SecretHandle[token]");
    }

    @Test
    void get_ofACachedValue_givesTheSameObject() {
        assertThat(handle.get()).isSameAs(handle.get());
    }

    @Test
    void get_afterTheExpiration_readsAgain() {
        fixture.time.advance(Duration.ofMinutes(60).minusMillis(1));
        assertThat(handle.get().revealText()).isEqualTo("first");
        fixture.manager.cache().reset();
        assertThat(handle.get().revealText()).isEqualTo("second");
        vault.put("token", "third");

        fixture.time.advance(Duration.ofMinutes(60));

        assertThat(handle.get().revealText()).isEqualTo("third");
    }

    @Test
    void get_afterEveryKindOfReset_readsAgain() {
        fixture.manager.cache().resetName("token");
        assertThat(handle.get().revealText()).isEqualTo("second");
        vault.put("token", "third");

        fixture.manager.cache().resetIntegration("team");
        assertThat(handle.get().revealText()).isEqualTo("third");
    }

    @Test
    void get_afterARelink_readsTheNewTarget() {
        vault.put("other", "elsewhere");

        fixture.manager.relink("token", SecretReference.of("team", "other"));

        assertThat(handle.get().revealText()).isEqualTo("elsewhere");
    }

    @Test
    void get_ofADisabledName_failsUntilItIsEnabled() {
        fixture.manager.setEnabled("token", false);
        assertUnresolved(handle, Reason.LINK_DISABLED);

        fixture.manager.setEnabled("token", true);

        assertThat(handle.get().revealText()).isNotEmpty();
    }

    @Test
    void get_afterAnUnlink_failsUntilTheNameIsLinked() {
        fixture.manager.unlink("token");
        assertUnresolved(handle, Reason.NOT_LINKED);

        fixture.manager.link("token", SecretReference.of("team", "token"));

        assertThat(handle.get().revealText()).isEqualTo("second");
    }

    @Test
    void get_afterADisconnect_failsUntilItIsConnected() {
        fixture.manager.disconnect("team");
        assertUnresolved(handle, Reason.DISCONNECTED);

        fixture.manager.connect("team", "fake", Settings.empty(), Fixture.renewing("robot"));

        assertThat(handle.get().revealText()).isEqualTo("second");
    }

    @Test
    void get_byAnActorWhoLostTheRole_isRefusedAtOnce() {
        SecretHandle anas = fixture.manager.as(ANA).resolver().bind("token");
        assertThat(anas.get().revealText()).isEqualTo("first");
        assertThat(anas.get().revealText()).isEqualTo("first");

        roles.clear();
        assertThatThrownBy(anas::get).isInstanceOf(AccessRefusedException.class);
        assertThat(handle.get().revealText()).isEqualTo("first");

        roles.add(Role.MEMBER);
        assertThat(anas.get().revealText()).isEqualTo("first");
        assertThat(vault.reads).hasSize(1);
    }

    @Test
    void onChange_byAnActorWithoutTheRole_isRefused() {
        SecretHandle anas = fixture.manager.as(ANA).resolver().bind("token");
        roles.clear();

        assertThatThrownBy(() -> anas.onChange(change -> {})).isInstanceOf(AccessRefusedException.class);
    }

    @Test
    void get_afterClose_isRefused() {
        fixture.manager.close();

        assertThatThrownBy(handle::get).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void bind_ofANameThatIsNotLinkedYet_readsItOnceItIs() {
        SecretHandle early = fixture.secrets.bind("later");
        assertUnresolved(early, Reason.NOT_LINKED);

        fixture.linked("later", "later", "value");

        assertThat(early.get().revealText()).isEqualTo("value");
    }

    private static void assertUnresolved(SecretHandle handle, Reason reason) {
        assertThatThrownBy(handle::get).isInstanceOfSatisfying(UnresolvedException.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }
}
