package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.VaultFailure.Kind;
import io.claviger.support.Changes;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.Scripted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C6: what a watch could not read is left alone for a while, whatever happens to the other names")
class WatchOutageTest {

    private static final int NAMES = 20;

    private final FakeVault vault = new FakeVault();
    private final Fixture fixture = new Fixture(vault, builder -> builder.expiration(Duration.ofMinutes(10)));
    private final Changes changes = new Changes();
    private final List<String> names = new ArrayList<>();

    WatchOutageTest() {
        for (int i = 0; i < NAMES; i++) {
            names.add("n" + i);
            fixture.linked("n" + i, "s" + i, "first");
        }
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void names_thatExpireOneAfterTheOtherInAnOutage_areNotAllReadForEachOfThem() {
        var unused = fixture.secrets.watch(names, changes);
        for (String name : names) {
            fixture.time.advance(Duration.ofSeconds(1));
            fixture.manager.cache().resetName(name);
        }
        fixture.time.advance(Duration.ofMinutes(7));
        vault.beforeReply = Scripted.failure(Kind.UNAVAILABLE);
        fixture.time.advance(Duration.ofMinutes(2).plusSeconds(39));
        vault.reads.clear();

        fixture.time.advance(Duration.ofSeconds(24));

        // each when it expires, and all of them at the first retries, 5 and 10 seconds apart
        assertThat(vault.reads.size()).isBetween(NAMES, 4 * NAMES);
    }

    @Test
    void name_thatFails_keepsNoOtherFromBeingWatched() {
        vault.remove("s0");
        var unused = fixture.secrets.watch(names, changes);
        fixture.time.advance(Duration.ofMinutes(20));

        vault.put("s1", "second");
        fixture.time.advance(Duration.ofMinutes(10));

        assertThat(changes.told())
                .anySatisfy(change -> assertThat(change.names()).containsExactly("n1"));
        vault.put("s0", "second");
        fixture.manager.cache().resetName("n0");
        assertThat(changes.told())
                .anySatisfy(change -> assertThat(change.names()).containsExactly("n0"));
    }
}
