package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.ConfigurationException;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is stored is read, to the letter. */
abstract class ReadingGroup extends ContractGroup {

    ReadingGroup(VaultContract vault) {
        super(vault);
    }

    @Test
    @DisplayName("a text is read as it was stored, byte for byte")
    void read_text_isWhatWasStored() throws Exception {
        SecretValue value = canary().value();
        String name = stored(value);
        assertReads(logIn(), name, value);
    }

    @Test
    @DisplayName("texts that are easily changed on their way are read as they were stored")
    void read_oddTexts_areWhatWasStored() throws Exception {
        Session session = logIn();
        for (String text : vault.oddTexts()) {
            SecretValue value = SecretValue.ofText(text);
            assertReads(session, stored(value), value);
        }
    }

    @Test
    @DisplayName("a text is no binary value")
    void read_text_isNotBinary() throws Exception {
        assertThat(value(logIn(), stored(canary().value())).binary()).isFalse();
    }

    @Test
    @DisplayName("fields are read by their names, all of them by one read")
    void read_fields_areOfOneSnapshot() throws Exception {
        String name = newName();
        String user = canary().token();
        String password = canary().token();
        vault.store(name, Map.of("user", user, "password", password));
        SecretSnapshot snapshot = canary().see(read(logIn(), name));
        assertThat(snapshot.fieldNames()).containsExactlyInAnyOrder("user", "password");
        assertThat(revealed(snapshot, "user")).as("whether it is the user").isEqualTo(user);
        assertThat(revealed(snapshot, "password"))
                .as("whether it is the password")
                .isEqualTo(password);
    }

    @Test
    @DisplayName("a field that is not there is empty, and no failure")
    void read_missingField_isEmpty() throws Exception {
        String name = newName();
        vault.store(name, Map.of("user", "ana", "password", canary().token()));
        assertThat(read(logIn(), name).field("none")).isEmpty();
    }

    @Test
    @DisplayName("a secret that has changed is read with its new value, in the same session")
    void read_changedSecret_isTheNewOne() throws Exception {
        String name = stored(canary().value());
        Session session = logIn();
        read(session, name);
        SecretValue changed = canary().value();
        vault.store(name, changed);
        assertReads(session, name, changed);
    }

    @Test
    @DisplayName("a change is noticed, however soon it comes")
    void read_changedSecret_isNotTheSame() throws Exception {
        String name = stored(canary().value());
        Session session = logIn();
        SecretSnapshot before = read(session, name);
        vault.store(name, canary().value());
        assertThat(read(session, name).hasSameContentAs(before)).isFalse();
    }

    @Test
    @DisplayName("two reads of an unchanged secret give the same")
    void read_twice_isTheSame() throws Exception {
        String name = stored(canary().value());
        Session session = logIn();
        assertThat(read(session, name).hasSameContentAs(read(session, name))).isTrue();
    }

    @Test
    @DisplayName("fields of one secret are read at one place, and other secrets at others")
    void locate_fieldsOfOneSecret_isOneLocator() throws Exception {
        SecretReference reference = SecretReference.of(
                VaultContract.ALIAS, vault.reference(newName()).path(), Map.of(), null);
        Locator locator = client().locate(reference.withField("user")).locator();
        assertThat(client().locate(reference.withField("password")).locator())
                .isEqualTo(locator)
                .hasSameHashCodeAs(locator);
        assertThat(locate(newName()).locator()).isNotEqualTo(locator);
    }

    @Test
    @DisplayName("the field of a reference is what is selected")
    void locate_field_isSelected() throws Exception {
        SecretReference reference = vault.reference(newName());
        assertThat(client().locate(reference.withField("user")).field()).contains("user");
    }

    @Test
    @DisplayName("a parameter that the vault does not know is refused")
    void locate_unknownParameter_isRefused() throws Exception {
        SecretReference reference = vault.reference(newName()).withParameter("claviger-unknown", "1");
        ConfigurationException refusal =
                catchThrowableOfType(ConfigurationException.class, () -> client().locate(reference));
        assertThat(refusal).as("the refusal of an unknown parameter").isNotNull();
        canary().see(refusal);
    }

    @Test
    @DisplayName("client and session do not print what they hold")
    void toString_ofClientAndSession_showsNothing() throws Exception {
        Session session = logIn();
        read(session, stored(canary().value()));
        canary().read("toString of the client", client().toString());
        canary().read("toString of the session", session.toString());
        canary().see(vault.credentials());
    }

    private static String revealed(SecretSnapshot snapshot, String field) {
        return snapshot.field(field).orElseThrow().revealText();
    }
}
