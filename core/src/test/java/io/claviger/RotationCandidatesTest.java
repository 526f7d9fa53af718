package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.spi.VaultFailure.Kind;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C9, C10: after a refusal the current version is tried, then the previous one, each as a whole")
class RotationCandidatesTest {

    private final Fixture fixture = new Fixture();
    private final FakeVault vault = fixture.vault;

    RotationCandidatesTest() {
        vault.put("db", Scripted.account("1"));
        fixture.manager.link("user", SecretReference.parse("vault://team/db#user"));
        fixture.manager.link("password", SecretReference.parse("vault://team/db#password"));
        fixture.resolve("password");
        fixture.time.advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void candidates_afterARotation_areTheCurrentVersionAndThenThePrevious() {
        rotateTo("2", "1");

        RotationCandidates candidates = fixture.secrets.onAuthenticationFailure("password");

        assertThat(texts(candidates)).containsExactly("password-2", "password-1");
        assertThat(candidates.snapshots())
                .extracting(snapshot -> snapshot.version().orElseThrow())
                .containsExactly("2", "1");
        assertThat(candidates.snapshots())
                .extracting(snapshot -> snapshot.field("user").orElseThrow().revealText())
                .containsExactly("user-2", "user-1");
        assertThat(fixture.resolve("user")).as("what others resolve now").isEqualTo("user-2");
        assertThat(candidates).hasToString("RotationCandidates[2]");
    }

    @Test
    void candidates_byReference_areTheSame() {
        rotateTo("2", "1");

        assertThat(texts(fixture.secrets.onAuthenticationFailure(SecretReference.parse("vault://team/db#user"))))
                .containsExactly("user-2", "user-1");
    }

    @Test
    void candidates_ofAVaultWithoutPreviousVersions_areTheCurrentOne() {
        vault.put("db", Scripted.account("2"));

        RotationCandidates candidates = fixture.secrets.onAuthenticationFailure("password");

        assertThat(texts(candidates)).containsExactly("password-2");
        assertThat(vault.reads).hasSize(2);
    }

    @Test
    void candidates_ofABinarySecret_areItsBytes() {
        fixture.manager.link("key", SecretReference.of("team", "key"));
        vault.put("key", binary((byte) -1));
        vault.previous.put("key", binary((byte) -2));

        List<SecretValue> values =
                fixture.secrets.onAuthenticationFailure("key").values();

        assertThat(values).extracting(SecretValue::revealBytes).containsExactly(new byte[] {0, -1}, new byte[] {0, -2});
    }

    @Test
    void candidates_ofAFieldThatIsGone_areUnresolved() {
        vault.put("db", Scripted.text("2", "no fields"));

        assertUnresolved("password", Reason.FIELD_NOT_FOUND);
    }

    @Test
    void candidates_ofANameThatCannotBeUsed_areUnresolvedWithoutARead() {
        assertUnresolved("nobody", Reason.NOT_LINKED);
        fixture.manager.setEnabled("password", false);
        assertUnresolved("password", Reason.LINK_DISABLED);
        fixture.manager.setEnabled("password", true);
        fixture.manager.disconnect("team");
        assertUnresolved("password", Reason.DISCONNECTED);

        assertThat(vault.reads).hasSize(1);
    }

    @Test
    void candidates_ofASecretThatIsGone_areUnresolved() {
        vault.remove("db");

        assertUnresolved("password", Reason.NOT_FOUND);
    }

    @Test
    void candidates_whileTheVaultIsDown_areUnresolvedAndTheCachedValueStays() {
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);

        assertUnresolved("password", Reason.UNREACHABLE);

        assertThat(fixture.resolve("password")).isEqualTo("password-1");
    }

    @Test
    void candidates_forAnActorWithoutTheRole_areRefused() {
        SecretResolver anas = fixture.manager.as(Actor.of("ana")).resolver();

        assertThatThrownBy(() -> anas.onAuthenticationFailure("password")).isInstanceOf(AccessRefusedException.class);
        assertThat(vault.reads).hasSize(1);
    }

    @Test
    void candidates_afterAResetDuringTheRead_areWhatIsCurrentThen() {
        Scripted.inNextRead(vault, () -> {
            fixture.manager.cache().reset();
            vault.put("db", Scripted.account("2"));
        });

        assertThat(texts(fixture.secrets.onAuthenticationFailure("password"))).containsExactly("password-2");
    }

    private void rotateTo(String current, String previous) {
        vault.put("db", Scripted.account(current));
        vault.previous.put("db", Scripted.account(previous));
    }

    private static SecretSnapshot binary(byte last) {
        return SecretSnapshot.ofValue(SecretValue.ofBytes(new byte[] {0, last})).build();
    }

    private static List<String> texts(RotationCandidates candidates) {
        return candidates.values().stream().map(SecretValue::revealText).toList();
    }

    private void assertUnresolved(String name, Reason reason) {
        assertThatThrownBy(() -> fixture.secrets.onAuthenticationFailure(name))
                .isInstanceOfSatisfying(
                        UnresolvedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
