package io.claviger.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.ConfigurationException;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationSetup;
import io.claviger.Link;
import io.claviger.SecretReference;
import io.claviger.Setup;
import io.claviger.SetupStore;
import io.claviger.SyntaxException;
import io.claviger.support.FakeVault;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S8: a setup is bounded in size, depth and number, and read in the time of its length")
class SetupBoundsTest {

    private static final int MEBIBYTE = 1 << 20;

    @Test
    void parse_ofAHugeText_isRefusedUnread() {
        refused("{".repeat(MEBIBYTE + 1), "characters, and at most 1048576 are allowed");
    }

    @Test
    void parse_ofADeepText_isRefused() {
        refused("[".repeat(MEBIBYTE), "not an object");
        refused("{\"version\": 1, \"integrations\": " + "[".repeat(100_000), "not an object");
        refused("{\"version\": 1, \"integrations\": [{\"settings\": {\"a\": " + "[".repeat(100_000), "not a string");
    }

    @Test
    void parse_ofTooManyEntries_isRefused() {
        refused(text("", "{\"name\":\"a%d\",\"reference\":\"vault://a/b\"}", 10_001), "more than 10000");
        refused(text("{\"alias\":\"a%d\",\"provider\":\"p\"}", "", 1_001), "more than 1000");
        refused(text("{\"alias\":\"a%d\",\"provider\":\"p\",\"scope\":[" + many("\"s%d\"", 257) + "]}", "", 1), "256");
        refused(
                text("{\"alias\":\"a%d\",\"provider\":\"p\",\"settings\":{" + many("\"s%d\":\"\"", 257) + "}}", "", 1),
                "256");
    }

    @Test
    void parse_ofALongString_isRefused() {
        refused(text("{\"alias\":\"" + "a".repeat(20_000) + "\"}", "", 1), "more than 16384 characters");
    }

    @Test
    void of_tooMany_isRefused() {
        List<Link> links = IntStream.rangeClosed(0, 10_000)
                .mapToObj(i -> Setups.link("n" + i))
                .toList();
        assertThatThrownBy(() -> Setup.of(List.of(), links)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void aStoreOfAsManyAsThereMayBe_isLoaded() {
        List<Link> links = IntStream.range(0, 10_000)
                .mapToObj(i -> Link.of("n" + i, SecretReference.of("a", "x")))
                .toList();
        List<IntegrationSetup> integrations = IntStream.range(0, 1_000)
                .mapToObj(i -> Setups.integration("a" + i))
                .toList();
        Setup setup = Setup.of(integrations, links);
        SetupStore store = SetupStore.inMemory();
        assertThat(store.save(setup.toText(), null)).isPresent();

        try (IntegrationManager manager = Setups.manager(new FakeVault(), store)) {
            assertThat(manager.links()).hasSize(10_000);
            assertThat(manager.integrations()).hasSize(1_000);
        }
    }

    private static String text(String integration, String link, int count) {
        return "{\"version\": 1, \"integrations\": [" + (integration.isEmpty() ? "" : many(integration, count))
                + "], \"links\": [" + (link.isEmpty() ? "" : many(link, count)) + "]}";
    }

    private static String many(String format, int count) {
        return String.join(
                ",",
                IntStream.range(0, count)
                        .mapToObj(i -> format.replace("%d", Integer.toString(i)))
                        .toList());
    }

    private static void refused(String text, String reason) {
        assertThatThrownBy(() -> Setup.parse(text))
                .isInstanceOf(SyntaxException.class)
                .hasMessageContaining(reason);
    }
}
