package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.IntegrationManager;
import io.claviger.Reason;
import io.claviger.Resolution;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many references are read at once: each has an outcome of its own. */
abstract class BatchesGroup extends ContractGroup {

    private static final int MANY = 20;
    private static final int ROTATIONS = 3;

    BatchesGroup(VaultContract vault) {
        super(vault);
    }

    @Test
    @DisplayName("of many references, each gives its own value, and a bad one harms no other")
    void resolveAll_oneBadAmongMany_harmsNoOther() throws Exception {
        Map<String, SecretValue> values = new LinkedHashMap<>();
        try (IntegrationManager manager = Managers.connected(vault)) {
            for (int i = 0; i < MANY; i++) {
                SecretValue value = canary().value();
                manager.link("name" + i, vault.reference(stored(value)));
                values.put("name" + i, value);
            }
            manager.link("absent", vault.reference(newName()));
            Map<String, Resolution> all = manager.resolver()
                    .resolveAll(Stream.concat(values.keySet().stream(), Stream.of("absent"))
                            .toList());
            assertThat(of("absent", all).reason()).contains(Reason.NOT_FOUND);
            values.forEach(
                    (name, value) -> assertThat(of(name, all).orElseThrow().hasSameContentAs(value))
                            .as(name)
                            .isTrue());
        }
    }

    @Test
    @DisplayName("fields of one secret match, whatever is stored meanwhile")
    void resolveAll_fieldsOfOneSecret_match() throws Exception {
        String secret = newName();
        SecretReference whole =
                SecretReference.of(VaultContract.ALIAS, vault.reference(secret).path(), Map.of(), null);
        try (IntegrationManager manager = Managers.connected(vault)) {
            manager.link("user", whole.withField("user"));
            manager.link("password", whole.withField("password"));
            for (int i = 0; i < ROTATIONS; i++) {
                vault.store(secret, Map.of("user", "user-" + i, "password", "password-" + i));
                manager.cache().reset();
                Map<String, Resolution> all = manager.resolver().resolveAll(List.of("user", "password"));
                assertThat(text(all, "user")).isEqualTo("user-" + i);
                assertThat(text(all, "password")).isEqualTo("password-" + i);
            }
        }
    }

    private static Resolution of(String name, Map<String, Resolution> all) {
        return Objects.requireNonNull(all.get(name), name);
    }

    private static String text(Map<String, Resolution> all, String name) {
        return of(name, all).orElseThrow().revealText();
    }
}
