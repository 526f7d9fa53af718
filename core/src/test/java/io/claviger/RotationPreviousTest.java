package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure.Kind;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C9, C10: the previous version is that of the current one, and never in the way of it")
class RotationPreviousTest {

    private static final int CALLERS = 50;

    private final Fixture fixture = new Fixture();
    private final FakeVault vault = fixture.vault;

    RotationPreviousTest() {
        vault.put("db", Scripted.account("1"));
        fixture.manager.link("password", SecretReference.parse("vault://team/db#password"));
        fixture.resolve("password");
        fixture.time.advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void candidates_afterASecondRotation_areOfThatOne() {
        rotateTo("2", "1");
        fixture.secrets.onAuthenticationFailure("password");
        fixture.time.advance(Duration.ofMinutes(10));
        rotateTo("3", "2");

        assertThat(texts(fixture.secrets.onAuthenticationFailure("password")))
                .containsExactly("password-3", "password-2");
    }

    @Test
    void candidates_whenThePreviousVersionCannotBeRead_areTheCurrentOne() {
        rotateTo("2", "1");
        vault.beforeReply = () -> {
            if (vault.reads.size() == 3) {
                Scripted.failure(Kind.DENIED).run();
            }
        };

        assertThat(texts(fixture.secrets.onAuthenticationFailure("password"))).containsExactly("password-2");
        assertThat(vault.reads).hasSize(3);
    }

    @Test
    void candidates_whenThePreviousVersionLacksTheField_areTheCurrentOne() {
        rotateTo("2", "1");
        vault.previous.put("db", Scripted.text("1", "{\"other\": 1}"));

        assertThat(texts(fixture.secrets.onAuthenticationFailure("password"))).containsExactly("password-2");
    }

    @Test
    void previousVersion_costsNoMoreReadsThanTheCurrentOne() {
        rotateTo("2", "1");
        fixture.time.advance(Duration.ofMinutes(1));

        for (int i = 0; i < CALLERS; i++) {
            assertThat(fixture.secrets.onAuthenticationFailure("password").values())
                    .hasSize(2);
        }

        assertThat(vault.reads).hasSize(3);
    }

    @Test
    void previousVersion_thatCannotBeReadAgain_isAskedForOnceInFiveSeconds() {
        rotateTo("2", "1");
        fixture.time.advance(Duration.ofMinutes(1));
        fixture.secrets.onAuthenticationFailure("password");
        fixture.time.advance(Duration.ofMinutes(1));
        int before = vault.reads.size();
        vault.beforeReply = () -> {
            if (vault.reads.size() > before + 1) {
                Scripted.failure(Kind.UNAVAILABLE).run();
            }
        };

        for (int i = 0; i < CALLERS; i++) {
            assertThat(fixture.secrets.onAuthenticationFailure("password").values())
                    .hasSize(1);
        }

        assertThat(vault.reads).hasSize(before + 2);
    }

    private void rotateTo(String current, String previous) {
        vault.put("db", Scripted.account(current));
        vault.previous.put("db", Scripted.account(previous));
    }

    private static List<String> texts(RotationCandidates candidates) {
        return candidates.values().stream().map(SecretValue::revealText).toList();
    }
}
