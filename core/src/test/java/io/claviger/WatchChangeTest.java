package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Changes;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C6, C10: a watch tells once of each change of content, and of nothing else")
class WatchChangeTest {

    private final Fixture fixture = new Fixture().linked("token", "token", "first");
    private final FakeVault vault = fixture.vault;
    private final Changes changes = new Changes();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void firstValue_isNoChange() {
        SecretWatch watch = fixture.secrets.bind("token").onChange(changes);
        fixture.time.advance(Duration.ofMinutes(1));

        assertThat(vault.reads).hasSize(1);
        assertThat(changes.told()).isEmpty();
        assertThat(watch.names()).containsExactly("token");
        assertThat(watch.current().get("token").orElseThrow().revealText()).isEqualTo("first");
    }

    @Test
    void newValue_foundByTheScheduleAlone_isToldOnce() {
        fixture.secrets.bind("token").onChange(changes);
        vault.put("token", "second");

        fixture.time.advance(Duration.ofMinutes(59));
        assertThat(changes.values("token")).containsExactly("second");
        assertThat(changes.told().get(0).names()).containsExactly("token");

        fixture.time.advance(Duration.ofHours(5));
        assertThat(changes.told()).hasSize(1);
        assertThat(vault.reads).hasSizeGreaterThan(4);
    }

    @Test
    void newValue_foundByAReset_isToldOnce() {
        fixture.secrets.bind("token").onChange(changes);
        vault.put("token", "second");

        fixture.manager.cache().reset();

        assertThat(changes.values("token")).containsExactly("second");
    }

    @Test
    void everyNewValue_isToldInOrder() {
        fixture.secrets.bind("token").onChange(changes);
        for (String value : List.of("second", "third", "first")) {
            vault.put("token", value);
            fixture.manager.cache().resetName("token");
        }

        assertThat(changes.values("token")).containsExactly("second", "third", "first");
    }

    @Test
    void sameValue_readAgain_isNoChange() {
        fixture.secrets.bind("token").onChange(changes);

        fixture.manager.cache().reset();
        vault.put("token", "first");
        fixture.manager.cache().reset();

        assertThat(vault.reads).hasSize(3);
        assertThat(changes.told()).isEmpty();
    }

    @Test
    void sameValue_inANewVersion_isNoChange() {
        vault.put("token", Scripted.text("1", "same"));
        fixture.secrets.bind("token").onChange(changes);
        vault.put("token", Scripted.text("2", "same"));

        fixture.manager.cache().reset();

        assertThat(changes.told()).isEmpty();
    }

    @Test
    void newVersion_withANewValue_isToldWithItsNumber() {
        vault.put("token", Scripted.text("1", "first"));
        fixture.secrets.bind("token").onChange(changes);
        vault.put("token", Scripted.text("2", "second"));

        fixture.manager.cache().reset();

        assertThat(changes.told()).singleElement().satisfies(change -> assertThat(
                        change.resolutions().get("token").version())
                .contains("2"));
    }

    @Test
    void sameVersionNumber_ofAnotherSecret_isAChange() {
        vault.put("token", Scripted.text("1", "first"));
        vault.put("other", Scripted.text("1", "second"));
        fixture.secrets.bind("token").onChange(changes);

        fixture.manager.relink("token", SecretReference.of("team", "other"));

        assertThat(changes.values("token")).containsExactly("second");
    }

    @Test
    void sameVersionNumber_inAnotherVaultUnderTheSameAlias_isAChange() {
        vault.put("token", Scripted.text("1", "first"));
        fixture.secrets.bind("token").onChange(changes);
        vault.put("token", Scripted.text("1", "of another vault"));

        fixture.manager.edit("team", Settings.of("address", "elsewhere"), Fixture.renewing("robot"));

        assertThat(changes.values("token")).containsExactly("of another vault");
    }

    @Test
    void unresolvedStart_thenAValue_isAChange() {
        fixture.secrets.bind("later").onChange(changes);
        assertThat(changes.told()).isEmpty();

        fixture.linked("later", "later", "value");

        assertThat(changes.values("later")).containsExactly("value");
    }

    @Test
    void valueThatGoesAndComesBack_isNoChange() {
        fixture.secrets.bind("token").onChange(changes);

        fixture.manager.setEnabled("token", false);
        fixture.manager.setEnabled("token", true);

        assertThat(changes.told()).isEmpty();
    }

    @Test
    void change_ofAnUnwatchedName_isNotTold() {
        fixture.linked("other", "other", "first");
        fixture.secrets.bind("token").onChange(changes);
        vault.put("other", "second");

        fixture.manager.cache().reset();
        fixture.resolve("other");

        assertThat(changes.told()).isEmpty();
        assertThat(fixture.resolve("other")).isEqualTo("second");
    }

    @Test
    void change_printsNamesAndNoValues() {
        fixture.secrets.bind("token").onChange(changes);
        vault.put("token", "second");
        fixture.manager.cache().reset();

        assertThat(changes.told()).singleElement().satisfies(change -> {
            assertThat(change).hasToString("SecretChange[token]");
            assertThatThrownBy(() -> change.value("other")).isInstanceOf(IllegalArgumentException.class);
        });
    }

    @Test
    void watch_ofNothing_isRefused() {
        assertThatThrownBy(() -> fixture.secrets.watch(List.of(), changes)).isInstanceOf(ConfigurationException.class);
    }
}
