package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("C10, T2: a text whose values are all cached is rendered from memory, each secret from one read of it")
class WarmRenderTest {

    private final AtomicBoolean member = new AtomicBoolean(true);
    private final Fixture fixture = new Fixture(
            new FakeVault(), builder -> builder.roles(actor -> member.get() ? Set.of(Role.MEMBER) : Set.of()));

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 64, 65, 500})
    void render_again_readsNothingAndCountsEachLookup(int names) {
        String text = template(names);
        String cold = fixture.secrets.render(text).revealText();
        int reads = fixture.vault.reads.size();
        long hits = fixture.manager.cache().statistics().hits();

        assertThat(fixture.secrets.render(text).revealText()).isEqualTo(cold);
        assertThat(fixture.vault.reads).hasSize(reads);
        assertThat(fixture.manager.cache().statistics().hits() - hits).isEqualTo(names);
    }

    private String template(int names) {
        return IntStream.range(0, names)
                .mapToObj(number -> {
                    fixture.linked("name_" + number, "path/" + number, "value " + number);
                    return "{{vault:name_" + number + "}}";
                })
                .collect(Collectors.joining(" and "));
    }

    @Test
    void render_afterARotationOfTwoFields_givesBothOfTheNewRead() {
        credentials("app", "old");
        String text = "{{vault:user}}:{{vault:password}}";
        assertThat(fixture.secrets.render(text).revealText()).isEqualTo("app-old:secret-old");
        credentials("app", "new");
        fixture.manager.cache().resetName("user");
        // one place of the new read is filled, the other is still to be looked up
        fixture.resolve("user");

        assertThat(fixture.secrets.render(text).revealText()).isEqualTo("app-new:secret-new");
    }

    private void credentials(String path, String version) {
        fixture.vault.put(
                path,
                SecretSnapshot.ofFields(Map.of(
                                "user", SecretValue.ofText("app-" + version),
                                "password", SecretValue.ofText("secret-" + version)))
                        .build());
        if (fixture.manager.links().isEmpty()) {
            fixture.manager.link("user", SecretReference.parse("vault://team/app#user"));
            fixture.manager.link("password", SecretReference.parse("vault://team/app#password"));
        }
    }

    @Test
    void render_afterResetRelinkOrDisable_doesNotUseMemory() {
        String text = template(2);
        fixture.secrets.render(text);
        fixture.vault.put("path/0", "changed");
        fixture.manager.cache().resetName("name_0");
        assertThat(fixture.secrets.render(text).revealText()).isEqualTo("changed and value 1");

        fixture.manager.relink("name_0", SecretReference.of("team", "path", "1"));
        assertThat(fixture.secrets.render(text).revealText()).isEqualTo("value 1 and value 1");

        fixture.manager.setEnabled("name_1", false);
        assertThatThrownBy(() -> fixture.secrets.render(text))
                .isInstanceOfSatisfying(UnresolvedException.class, e -> assertThat(e.failures())
                        .extracting(Resolution::subject)
                        .isEqualTo(List.of("name_1")));
    }

    @Test
    void render_byAnActorWhoLostTheRole_isRefusedThoughAllIsCached() {
        String text = template(2);
        SecretResolver anas = fixture.manager.as(Actor.of("ana")).resolver();
        anas.render(text);

        member.set(false);

        assertThatThrownBy(() -> anas.render(text)).isInstanceOf(AccessRefusedException.class);
    }

    @Test
    void render_ofBinary_isUnresolvedAsItIsWhenCold() {
        fixture.vault.put(
                "binary",
                SecretSnapshot.ofValue(SecretValue.ofBytes(new byte[] {(byte) 0xff}))
                        .build());
        fixture.manager.link("binary", SecretReference.of("team", "binary"));
        fixture.secrets.resolve("binary");

        assertThatThrownBy(() -> fixture.secrets.render("{{vault:binary}}")).isInstanceOf(UnresolvedException.class);
    }
}
