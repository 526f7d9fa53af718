package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Versions are named, and can be read by their names. */
abstract class VersionsGroup extends ContractGroup {

    VersionsGroup(VaultContract vault) {
        super(vault);
    }

    @Needs(Capability.VERSIONS)
    @Test
    @DisplayName("each version has a name of its own")
    void read_changedSecret_hasAnotherVersion() throws Exception {
        String name = stored(canary().value());
        Session session = logIn();
        String first = read(session, name).version().orElseThrow();
        assertThat(read(session, name).version()).contains(first);
        vault.store(name, canary().value());
        assertThat(read(session, name).version()).isPresent().get().isNotEqualTo(first);
    }

    @Needs({Capability.VERSIONS, Capability.PINNED_VERSIONS})
    @Test
    @DisplayName("a version that the reference names is the one that is read")
    void read_pinned_isThatVersion() throws Exception {
        SecretValue first = canary().value();
        String name = stored(first);
        Session session = logIn();
        String version = read(session, name).version().orElseThrow();
        vault.store(name, canary().value());
        SecretReference pinned = vault.pinned(vault.reference(name), version);
        assertThat(value(session, pinned).hasSameContentAs(first)).isTrue();
    }

    @Needs(Capability.PINNED_VERSIONS)
    @Test
    @DisplayName("a version is another place than the current one")
    void locate_pinned_isAnotherLocator() throws Exception {
        SecretReference reference = vault.reference(newName());
        assertThat(client().locate(vault.pinned(reference, vault.absentVersion()))
                        .locator())
                .isNotEqualTo(client().locate(reference).locator());
    }

    @Needs(Capability.PINNED_VERSIONS)
    @Test
    @DisplayName("a version that is not there is told from a secret that is not there")
    void read_absentVersion_isNoSuchVersion() throws Exception {
        String name = stored(canary().value());
        Session session = logIn();
        assertThat(kindOf(session, name)).isEqualTo(VaultFailure.Kind.VERSION_NOT_FOUND);
        assertThat(kindOf(session, newName())).isEqualTo(VaultFailure.Kind.NOT_FOUND);
    }

    @Needs(Capability.PREVIOUS_VERSIONS)
    @Test
    @DisplayName("the version before the current one can be read after a change")
    void previousVersion_afterAChange_isTheOneBefore() throws Exception {
        SecretValue first = canary().value();
        String name = stored(first);
        vault.store(name, canary().value());
        Session session = logIn();
        Location location = locate(name);
        Locator previous = client().previousVersion(location.locator(), session.read(location.locator(), call()))
                .orElseThrow();
        assertThat(selected(session.read(previous, call()), location).hasSameContentAs(first))
                .isTrue();
    }

    @Needs({Capability.PREVIOUS_VERSIONS, Capability.PINNED_VERSIONS})
    @Test
    @DisplayName("a reference that names a version has no version before it")
    void previousVersion_ofAPinnedOne_isNone() throws Exception {
        String name = stored(canary().value());
        vault.store(name, canary().value());
        Session session = logIn();
        SecretSnapshot current = read(session, name);
        SecretReference pinned =
                vault.pinned(vault.reference(name), current.version().orElseThrow());
        assertThat(client().previousVersion(client().locate(pinned).locator(), current))
                .isEmpty();
    }

    @Needs(Capability.PROBES)
    @Test
    @DisplayName("whether a secret has changed is told without reading it")
    void unchanged_beforeAndAfterAChange_tellsThemApart() throws Exception {
        String name = stored(canary().value());
        Session session = logIn();
        Locator locator = locate(name).locator();
        SecretSnapshot known = session.read(locator, call());
        assertThat(session.unchanged(locator, known, call())).isTrue();
        vault.store(name, canary().value());
        assertThat(session.unchanged(locator, known, call())).isFalse();
    }

    @Test
    @DisplayName("where that cannot be told, a changed secret is never called unchanged")
    void unchanged_afterAChange_isFalse() throws Exception {
        String name = stored(canary().value());
        Session session = logIn();
        Locator locator = locate(name).locator();
        SecretSnapshot known = session.read(locator, call());
        vault.store(name, canary().value());
        assertThat(session.unchanged(locator, known, call())).isFalse();
    }

    private VaultFailure.Kind kindOf(Session session, String name) {
        SecretReference absent = vault.pinned(vault.reference(name), vault.absentVersion());
        return failure(() -> value(session, absent)).kind();
    }
}
