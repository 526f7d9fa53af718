package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Fixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("T1, T2, T3, T5: references in a text are replaced by values, all or none")
class RenderTest {

    private final Fixture fixture =
            new Fixture().linked("user", "user", "app").linked("password", "password", "s3cr3t");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void render_ofNamesAndReferences_insertsTheirValues() {
        Rendering rendering = fixture.secrets.render(
                "jdbc:postgresql://db/app?user={{vault:user}}&password={{vault://team/password}}");

        assertThat(rendering.revealText()).isEqualTo("jdbc:postgresql://db/app?user=app&password=s3cr3t");
    }

    @Test
    void toString_ofARendering_showsReferencesAndNoValue() {
        assertThat(fixture.secrets.render("x={{vault:password}}")).hasToString("x={{vault:password}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{vault:user}}", "$1 ${user} $user \\0", "}}", "\\{{", "{{", "%s%n", "\u0000\ud800"})
    @DisplayName("T1: a value comes out as it is, whatever it looks like")
    void render_ofAnyValue_insertsItUnchanged(String value) {
        fixture.vault.put("password", value);

        assertThat(fixture.secrets.render("<{{vault:password}}>").revealText()).isEqualTo("<" + value + ">");
    }

    @Test
    void render_withOneReferenceManyTimes_readsItOnce() {
        fixture.secrets.render("{{vault:user}}{{vault:user}}{{vault://team/user}}");
        assertThat(fixture.vault.reads).containsExactly("user");
    }

    @Test
    @DisplayName("T3: one exception lists every unresolved reference with its reason")
    void render_withUnresolvedReferences_listsThemAll() {
        fixture.manager.link("missing", SecretReference.of("team", "missing"));
        fixture.manager.setEnabled("user", false);

        assertThatThrownBy(() -> fixture.secrets.render(
                        "{{vault:password}} {{vault:missing}} {{vault:user}} {{vault:nobody}} {{vault:nobody}}"))
                .isInstanceOfSatisfying(UnresolvedException.class, e -> {
                    assertThat(e.failures())
                            .extracting(Resolution::subject)
                            .containsExactly("missing", "user", "nobody");
                    assertThat(e.failures())
                            .extracting(failure -> failure.reason().orElseThrow())
                            .containsExactly(Reason.NOT_FOUND, Reason.LINK_DISABLED, Reason.NOT_LINKED);
                })
                .hasMessageContaining("3 references have no value")
                .hasMessageContaining("docs/errors.md#not-linked")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void render_ofABinaryValue_failsWithAReason() {
        fixture.vault.put(
                "password",
                SecretSnapshot.ofValue(SecretValue.ofBytes(new byte[] {(byte) 0xfe}))
                        .build());

        assertThatThrownBy(() -> fixture.secrets.render("{{vault:password}}"))
                .isInstanceOfSatisfying(UnresolvedException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.MISCONFIGURED);
                    assertThat(e).hasMessageContaining("binary");
                });
    }

    @Test
    void render_withoutReferences_readsNothing() {
        assertThat(fixture.secrets.render("plain {{text}}").revealText()).isEqualTo("plain {{text}}");
        assertThat(fixture.vault.logins).hasValue(0);
    }

    @Test
    void template_compiledOnce_rendersTheValuesOfTheMoment() {
        Template template = Template.compile("{{vault:password}}");
        assertThat(fixture.secrets.render(template).revealText()).isEqualTo("s3cr3t");
        fixture.vault.put("password", "rotated");
        fixture.manager.cache().reset();
        assertThat(fixture.secrets.render(template).revealText()).isEqualTo("rotated");
    }
}
