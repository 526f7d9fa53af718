package io.claviger;

import static io.claviger.support.Office.MAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.Office;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C6, S12: whoever is refused a cached value does not have it refreshed either")
class RefusedHitTest {

    private static final SecretReference TOKEN = SecretReference.of("team", "token");
    private static final Duration REFRESH_DUE = Duration.ofMinutes(57);

    private final Office office = new Office();
    private final SecretResolver secrets = office.resolver(MAX);
    private final SecretHandle handle = secrets.bind("token");

    RefusedHitTest() {
        office.manager.link("token", TOKEN);
        handle.get();
        secrets.resolve(TOKEN);
        office.fixture.time.advance(REFRESH_DUE);
        office.roles.put(MAX, Set.of());
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void name_thatIsRefused_isNotReadAgain() {
        assertThatThrownBy(() -> secrets.resolve("token")).isInstanceOf(AccessRefusedException.class);
        assertThat(office.vault.reads).hasSize(1);
    }

    @Test
    void reference_thatIsRefused_isNotReadAgain() {
        assertThatThrownBy(() -> secrets.resolve(TOKEN)).isInstanceOf(AccessRefusedException.class);
        assertThat(office.vault.reads).hasSize(1);
    }

    @Test
    void handle_thatIsRefused_isNotReadAgain() {
        assertThatThrownBy(handle::get).isInstanceOf(AccessRefusedException.class);
        assertThat(office.vault.reads).hasSize(1);
    }

    @Test
    void name_thatIsPermitted_isReadAgain() {
        office.roles.put(MAX, Set.of(Role.MEMBER));
        secrets.resolve("token");
        assertThat(office.vault.reads).hasSize(2);
    }
}
