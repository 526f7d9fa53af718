package io.claviger.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.Actor;
import io.claviger.AllowedDomains;
import io.claviger.ConfigurationException;
import io.claviger.IntegrationScope;
import io.claviger.IntegrationSetup;
import io.claviger.Link;
import io.claviger.Owner;
import io.claviger.SecretReference;
import io.claviger.Settings;
import io.claviger.Setup;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S8: a setup is text: versioned, in stable order, one line for each thing that was decided")
class SetupTextTest {

    private static final Setup EVERYTHING = Setup.of(
            List.of(
                    IntegrationSetup.of("ops", "read-only", Settings.empty()),
                    new IntegrationSetup(
                            "app",
                            "fake",
                            Owner.of(Actor.of("ana")),
                            Settings.of("note", "say \"hi\"\n").with("address", "https://vault.example:8200"),
                            IntegrationScope.of("secret/app/**", "role=app-*"),
                            AllowedDomains.parse("api.example.com"),
                            IntegrationSetup.Sessions.SHARED,
                            Set.of("file"))),
            List.of(
                    Link.of("token", SecretReference.parse("vault://app/a/b?version=3#field")),
                    Link.of("token", SecretReference.of("ops", "c"))
                            .inEnvironment("staging")
                            .withEnabled(false)
                            .withFallback(true)
                            .withAllowedDomains(AllowedDomains.parse("api.example.com")),
                    Link.of("naïve", SecretReference.of("ops", "d")).ownedBy(Owner.of(Actor.of("\u202eana")))));

    private static final String TEXT = """
            {
              "version": 1,
              "integrations": [
                {
                  "alias": "app",
                  "provider": "fake",
                  "owner": "ana",
                  "settings": {
                    "address": "https://vault.example:8200",
                    "note": "say \\"hi\\"\\u000a"
                  },
                  "scope": [
                    "role=app-*",
                    "secret/app/**"
                  ],
                  "allowedDomains": "api.example.com",
                  "sessions": "shared",
                  "hostSettings": [
                    "file"
                  ]
                },
                {
                  "alias": "ops",
                  "provider": "read-only"
                }
              ],
              "links": [
                {
                  "name": "naïve",
                  "owner": "\\u202eana",
                  "reference": "vault://ops/d"
                },
                {
                  "name": "token",
                  "reference": "vault://app/a/b?version=3#field"
                },
                {
                  "name": "token",
                  "environment": "staging",
                  "reference": "vault://ops/c",
                  "enabled": false,
                  "fallback": true,
                  "allowedDomains": "api.example.com"
                }
              ]
            }
            """;

    @Test
    void toText_ofEverything_isAsDocumented() {
        assertThat(EVERYTHING.toText()).isEqualTo(TEXT);
    }

    @Test
    void parse_ofTheText_equalsTheSetup() {
        assertThat(Setup.parse(TEXT)).isEqualTo(EVERYTHING).hasSameHashCodeAs(EVERYTHING);
    }

    @Test
    void parse_ofAnotherLayout_equalsTheSetup() {
        String oneLine = TEXT.replaceAll("\n *", " ");
        assertThat(Setup.parse(oneLine)).isEqualTo(EVERYTHING);
        assertThat(Setup.parse(oneLine).toText()).isEqualTo(TEXT);
    }

    @Test
    void toText_ofNothing_isShort() {
        assertThat(Setup.empty().toText())
                .isEqualTo("{\n  \"version\": 1,\n  \"integrations\": [],\n  \"links\": []\n}\n");
        assertThat(Setup.parse(Setup.empty().toText())).isEqualTo(Setup.empty());
    }

    @Test
    void toString_saysHowMuchAndNotWhat() {
        assertThat(EVERYTHING).hasToString("Setup[2 integrations, 3 links]");
    }

    @Test
    void of_oneAliasOrLinkTwice_isRefused() {
        IntegrationSetup integration = Setups.integration("team");
        Link link = Setups.link("token");
        assertThatThrownBy(() -> Setup.of(List.of(integration, integration), List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> Setup.of(List.of(), List.of(link, link)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void toText_ofWhatCouldNotBeReadAgain_isRefused() {
        Setup userInfo = Setup.of(
                List.of(IntegrationSetup.of("team", "fake", Settings.of("address", "https://me:pw@vault.example"))),
                List.of());
        assertThatThrownBy(userInfo::toText)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("user-info")
                .hasMessageNotContaining("pw@");
    }
}
