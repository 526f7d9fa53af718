package io.claviger;

import static io.claviger.support.Office.MAX;
import static io.claviger.support.Office.MIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.spi.VaultFailure;
import io.claviger.support.Fixture;
import io.claviger.support.Office;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Design §8: every reason comes of a real cause, and has a remedy that a person can follow")
class ReasonCauseTest {

    private static final SecretReference TOKEN = SecretReference.of("team", "token");
    private static final Map<Reason, Consumer<Office>> CAUSES = causes();

    // each has max resolve the name "token", which is linked to the team's vault and would have a value
    private static Map<Reason, Consumer<Office>> causes() {
        Map<Reason, Consumer<Office>> causes = new EnumMap<>(Reason.class);
        causes.put(Reason.NOT_LINKED, office -> office.manager.unlink("token"));
        causes.put(Reason.LINK_DISABLED, office -> office.manager.setEnabled("token", false));
        causes.put(
                Reason.DOMAIN_NOT_ALLOWED,
                office -> office.manager.setAllowedDomains(LinkId.of("token"), AllowedDomains.parse("example.com")));
        causes.put(Reason.OUT_OF_SCOPE, office -> office.manager.setScope("team", IntegrationScope.of("elsewhere/**")));
        causes.put(Reason.ROLE_NOT_PERMITTED, office -> {
            office.connected(MIA, "mias");
            office.as(MIA).relink("token", SecretReference.of("mias", "token"));
        });
        causes.put(Reason.DISCONNECTED, office -> office.manager.disconnect("team"));
        causes.put(Reason.REAUTHENTICATION_REQUIRED, office -> {
            office.manager.disconnect("team");
            office.manager.connect("team", "fake", Settings.empty(), CredentialSource.perActor());
        });
        causes.put(Reason.MISCONFIGURED, office -> {
            office.manager.disconnect("team");
            office.manager.relink("token", SecretReference.of("team", "bad", "path"));
            office.manager.connect("team", "fake", Settings.empty(), Fixture.renewing("robot"));
        });
        causes.put(Reason.UNREACHABLE, fails(VaultFailure.Kind.UNAVAILABLE));
        causes.put(Reason.THROTTLED, fails(VaultFailure.Kind.THROTTLED));
        causes.put(Reason.DENIED, fails(VaultFailure.Kind.DENIED));
        causes.put(Reason.NOT_FOUND, office -> office.vault.remove("token"));
        causes.put(Reason.VERSION_NOT_FOUND, fails(VaultFailure.Kind.VERSION_NOT_FOUND));
        causes.put(
                Reason.FIELD_NOT_FOUND,
                office -> office.manager.relink("token", SecretReference.parse("vault://team/token#nothing")));
        causes.put(Reason.DELETED, fails(VaultFailure.Kind.DELETED));
        causes.put(Reason.DISABLED_IN_VAULT, fails(VaultFailure.Kind.DISABLED));
        return causes;
    }

    private static Consumer<Office> fails(VaultFailure.Kind kind) {
        return office -> office.vault.beforeReply = () -> {
            throw VaultFailure.of(kind, "The vault says so.");
        };
    }

    @ParameterizedTest
    @EnumSource
    void reason_ofARealCause_comesWithItsRemedy(Reason reason) {
        Consumer<Office> cause = CAUSES.get(reason);
        assertThat(cause).as("a cause of %s in this test", reason).isNotNull();
        try (Office office = new Office()) {
            office.manager.link("token", TOKEN);
            cause.accept(office);

            Resolution resolution = office.resolver(MAX).attempt("token");

            assertThat(resolution.resolved()).isFalse();
            assertThat(resolution.reason()).contains(reason);
            assertThat(resolution.subject()).isEqualTo("token");
            assertThatThrownBy(resolution::orElseThrow)
                    .hasMessageContaining(reason.remedy())
                    .hasMessageContaining(reason.documentation())
                    .hasMessageContaining(reason.empty() ? "empty" : "unresolved")
                    .hasMessageNotContaining("the token");
        }
    }

    @ParameterizedTest
    @EnumSource
    void remedy_isASentenceThatBeginsWithWhatToDo(Reason reason) {
        assertThat(reason.remedy()).matches("[A-Z][a-z]+ .{5,100}\\.").doesNotContain("..");
        assertThat(reason.documentation())
                .isEqualTo("docs/errors.md#"
                        + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Test
    void remedies_areAllDifferent() {
        assertThat(Arrays.stream(Reason.values()).map(Reason::remedy)).doesNotHaveDuplicates();
    }

    @Test
    void reasons_ofWhatIsNotThere_areTheOnlyEmptyOnes() {
        assertThat(Arrays.stream(Reason.values()).filter(Reason::empty))
                .containsExactly(Reason.NOT_LINKED, Reason.NOT_FOUND, Reason.VERSION_NOT_FOUND, Reason.FIELD_NOT_FOUND);
    }

    @Test
    void name_withoutAnyCause_hasItsValue() {
        try (Office office = new Office()) {
            office.manager.link("token", TOKEN);
            assertThat(office.resolve(MAX, "token")).isEqualTo("the token");
        }
    }
}
