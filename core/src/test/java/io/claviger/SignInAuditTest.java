package io.claviger;

import static io.claviger.support.SignInFixture.ANA;
import static io.claviger.support.SignInFixture.BEN;
import static io.claviger.support.SignInFixture.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.event.VaultEvent;
import io.claviger.support.Desktop;
import io.claviger.support.SignInFixture;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S14, §8: where audit is required, a sign-in that cannot be audited is neither begun nor completed")
class SignInAuditTest {

    private final List<VaultEvent> audited = new CopyOnWriteArrayList<>();
    private volatile boolean unaudited;
    private final SignInFixture fixture = new SignInFixture(builder -> builder.requireAudit(this::audit));

    SignInAuditTest() {
        audited.clear();
    }

    private void audit(VaultEvent event) throws IOException {
        if (unaudited) {
            throw new IOException("full");
        }
        audited.add(event);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private SignIn begin() {
        return fixture.as(ANA).beginSignIn("people", REDIRECT);
    }

    @Test
    void signIn_isRecordedAtItsBeginAndAtItsEnd_beforeAndAfter() {
        fixture.signIn(ANA, "ana");

        assertThat(audited)
                .extracting(event -> event.type() + " " + event.outcome())
                .containsExactly(
                        "MANAGEMENT REQUESTED", "SIGN_IN_BEGUN DONE", "MANAGEMENT REQUESTED", "MANAGEMENT DONE");
        assertThat(audited.get(1).call()).isEqualTo(audited.get(0).call());
        assertThat(audited.get(3).call()).isEqualTo(audited.get(2).call());
        assertThat(audited)
                .allSatisfy(event -> assertThat(event.operation()).contains(Operation.AUTHENTICATE))
                .allSatisfy(event -> assertThat(event.actor()).contains(ANA));
    }

    @Test
    void begin_thatCannotBeAudited_asksNoProvider() {
        unaudited = true;

        assertThatThrownBy(this::begin).hasMessageContaining("was not carried out");
        assertThat(fixture.page.requests).isEmpty();
    }

    @Test
    void completion_thatCannotBeAudited_redeemsNothingAndEndsTheSignIn() {
        URI callback = fixture.page.visit(begin().url(), "ana");
        unaudited = true;
        assertThatThrownBy(() -> fixture.as(ANA).completeSignIn(callback)).hasMessageContaining("was not carried out");

        unaudited = false;
        assertThatThrownBy(() -> fixture.as(ANA).completeSignIn(callback)).isInstanceOf(UnresolvedException.class);
        assertThat(fixture.page.redemptions).hasValue(0);
        assertThat(fixture.vault.logins).hasValue(0);
    }

    @Test
    void callback_thatIsRefused_isRecorded() {
        URI callback = fixture.page.visit(begin().url(), "ana");
        audited.clear();
        assertThatThrownBy(() -> fixture.as(BEN).completeSignIn(callback)).isInstanceOf(UnresolvedException.class);

        assertThat(audited)
                .extracting(VaultEvent::outcome)
                .containsExactly(VaultEvent.Outcome.REQUESTED, VaultEvent.Outcome.REFUSED);
    }

    @Test
    @DisplayName("S14, S8: a disconnect that could not be saved ends a sign-in that waits for its page all the same")
    void signIn_onThisMachine_afterADisconnectThatCouldNotBeSaved_ends() {
        SetupStore store = new SetupStore() {
            private final SetupStore memory = SetupStore.inMemory();

            @Override
            public Optional<StoredSetup> load() {
                return memory.load();
            }

            @Override
            public Optional<String> save(String text, @Nullable String expected) {
                if (unaudited) {
                    throw new IllegalStateException();
                }
                return memory.save(text, expected);
            }
        };
        try (SignInFixture stored = new SignInFixture(builder -> builder.setupStore(store))) {
            Desktop desktop = Desktop.start(stored.as(ANA));
            assertThat(desktop.port()).isPositive();
            unaudited = true;
            assertThatThrownBy(() -> stored.manager.disconnect("people")).hasMessageContaining("The change took place");

            assertThat(desktop.failure()).hasMessageContaining("changed or disconnected during the sign-in");
        }
    }
}
