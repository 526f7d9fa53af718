package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.support.Fixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("§7: prefetch reads every name once and reports all failures together")
class PrefetchTest {

    private final Fixture fixture = new Fixture().linked("a", "one", "1").linked("b", "two", "2");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void prefetch_ofHealthyNames_warmsThemAll() {
        fixture.manager.link("same", SecretReference.of("team", "one"));

        fixture.secrets.prefetch();
        assertThat(fixture.vault.reads).containsExactlyInAnyOrder("one", "two");

        assertThat(fixture.resolve("a") + fixture.resolve("b") + fixture.resolve("same"))
                .isEqualTo("121");
        assertThat(fixture.vault.reads).hasSize(2);
    }

    @Test
    void prefetch_withSeveralFailures_reportsThemTogetherAndKeepsTheRest() {
        fixture.manager.link("absent", SecretReference.of("team", "absent"));
        fixture.manager.link("no_field", SecretReference.parse("vault://team/one#user"));
        fixture.manager.connect("other", "fake", Settings.empty(), Fixture.renewing("robot"));
        fixture.manager.link("elsewhere", SecretReference.of("other", "one"));
        fixture.manager.disconnect("other");

        UnresolvedException thrown = catchThrowableOfType(UnresolvedException.class, () -> fixture.secrets.prefetch());

        assertThat(thrown.failures())
                .extracting(Resolution::subject)
                .containsExactlyInAnyOrder("absent", "no_field", "elsewhere");
        assertThat(thrown.failures())
                .extracting(failure -> failure.reason().orElseThrow())
                .containsExactlyInAnyOrder(Reason.NOT_FOUND, Reason.FIELD_NOT_FOUND, Reason.DISCONNECTED);
        int reads = fixture.vault.reads.size();
        assertThat(fixture.resolve("b")).isEqualTo("2");
        assertThat(fixture.vault.reads).hasSize(reads);
    }

    @Test
    void prefetch_leavesDisabledNamesAlone() {
        fixture.manager.setEnabled("b", false);

        fixture.secrets.prefetch();

        assertThat(fixture.vault.reads).containsExactly("one");
    }

    @Test
    void prefetch_byAnActorWithoutTheRole_isRefused() {
        assertThatThrownBy(() -> fixture.manager.as(Actor.of("ana")).resolver().prefetch())
                .isInstanceOf(AccessRefusedException.class);
        assertThat(fixture.vault.reads).isEmpty();
    }
}
