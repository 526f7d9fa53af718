package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.support.Fixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C10: within one call all fields of a secret come from one read")
class SnapshotConsistencyTest {

    private final Fixture fixture = new Fixture();

    SnapshotConsistencyTest() {
        credentials("1");
        // each read finds another version: two reads could never match
        fixture.vault.beforeReply = () -> credentials(String.valueOf(fixture.vault.reads.size() + 1));
        fixture.manager.link("user", SecretReference.parse("vault://team/db#user"));
        fixture.manager.link("password", SecretReference.parse("vault://team/db#password"));
    }

    private void credentials(String version) {
        fixture.vault.put(
                "db",
                SecretSnapshot.ofFields(Map.of(
                                "user", SecretValue.ofText("user-" + version),
                                "password", SecretValue.ofText("password-" + version)))
                        .version(version)
                        .uncacheable()
                        .build());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void resolveAll_ofTwoFields_readsOnce() {
        Map<String, Resolution> resolutions = fixture.secrets.resolveAll(List.of("user", "password"));

        assertThat(resolutions.get("user").orElseThrow().revealText()).isEqualTo("user-1");
        assertThat(resolutions.get("password").orElseThrow().revealText()).isEqualTo("password-1");
        assertThat(fixture.vault.reads).hasSize(1);
    }

    @Test
    void render_ofTwoFields_readsOnce() {
        assertThat(fixture.secrets
                        .render("{{vault:user}}:{{vault:password}}:{{vault://team/db#user}}")
                        .revealText())
                .isEqualTo("user-1:password-1:user-1");
        assertThat(fixture.vault.reads).hasSize(1);
    }

    @Test
    void snapshot_ofALinkedField_hasAllFields() {
        SecretSnapshot snapshot = fixture.secrets.snapshot("user");

        assertThat(snapshot.fieldNames()).containsExactlyInAnyOrder("user", "password");
        assertThat(snapshot.version()).contains("1");
        assertThat(snapshot.field("password").orElseThrow().revealText()).isEqualTo("password-1");
    }
}
