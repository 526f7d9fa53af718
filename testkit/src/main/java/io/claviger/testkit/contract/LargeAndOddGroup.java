package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.spi.Session;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Size and spelling do not matter, within what the vault allows. */
abstract class LargeAndOddGroup extends ContractGroup {

    LargeAndOddGroup(VaultContract vault) {
        super(vault);
    }

    @Test
    @DisplayName("a large text is read in whole")
    void read_largeText_isWhatWasStored() throws Exception {
        SecretValue value = SecretValue.ofText(
                "0123456789abcdef".repeat(vault.largeSize() / 16 + 1).substring(0, vault.largeSize()));
        assertReads(logIn(), stored(value), value);
    }

    @Test
    @DisplayName("odd names are names, each of its own secret")
    void read_oddNames_areEachTheirOwn() throws Exception {
        Map<String, SecretValue> values = new LinkedHashMap<>();
        for (String name : vault.oddNames()) {
            SecretValue value = canary().value();
            vault.store(name, value);
            values.put(name, value);
        }
        Session session = logIn();
        values.forEach((name, value) -> assertReads(session, name, value));
    }

    @Test
    @DisplayName("references that are written another way and mean the same are read at one place")
    void locate_parsedAgain_isTheSameLocator() throws Exception {
        for (String name : vault.oddNames()) {
            SecretReference reference = vault.reference(name);
            assertThat(client().locate(SecretReference.parse(reference.toString()))
                            .locator())
                    .isEqualTo(client().locate(reference).locator());
        }
    }
}
