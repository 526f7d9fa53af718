package io.claviger.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.ConfigurationException;
import io.claviger.IntegrationManager;
import io.claviger.Setup;
import io.claviger.SetupImport;
import io.claviger.SetupStore;
import io.claviger.SyntaxException;
import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(DomainContext.Global.class)
@Domain(SetupArbitraries.class)
class SetupFuzzTest {

    private static final String BYTES = "\"\\{}[]:,\u0000\u202e\ud800 1ae/@u*";

    @Property(tries = 2_000)
    @Label("S8: a text changed at random is read or refused as documented")
    void parse_ofAMutation_readsOrRefuses(@ForAll Setup setup, @ForAll long seed) {
        String text = mutated(setup.toText(), new Random(seed));
        try {
            Setup parsed = Setup.parse(text);
            assertThat(Setup.parse(parsed.toText())).isEqualTo(parsed);
        } catch (SyntaxException e) {
            assertThat(e.line()).isPositive();
            assertThat(e.reason()).isNotBlank();
        }
    }

    @Property(tries = 200)
    @Label("S8: whatever is planned, imported or loaded contacts no vault")
    void importAndLoad_ofAnySetup_contactNoVault(@ForAll Setup setup) {
        FakeVault vault = new FakeVault();
        SetupStore store = SetupStore.inMemory();
        assertThat(store.save(setup.toText(), null)).isPresent();
        try (IntegrationManager manager = Setups.builder(vault).build()) {
            manager.connect("a", "fake", Setups.ADDRESS, Fixture.renewing("robot"));
            importing(manager, setup, SetupImport.Mode.MERGE);
            importing(manager, setup, SetupImport.Mode.REPLACE);
        }
        loading(vault, store);

        assertThat(vault.logins).hasValue(0);
        assertThat(vault.reads).isEmpty();
    }

    private static void importing(IntegrationManager manager, Setup setup, SetupImport.Mode mode) {
        SetupImport plan = manager.planImport(setup, mode);
        try {
            var unused = plan.apply(plan.confirmationsNeeded());
            assertThat(plan.conflicts()).isEmpty();
        } catch (ConfigurationException e) {
            assertThat(e.problems()).isEqualTo(plan.conflicts());
        }
    }

    private static void loading(FakeVault vault, SetupStore store) {
        try (IntegrationManager manager = Setups.manager(vault, store)) {
            assertThat(manager.integrations()).isNotNull();
        } catch (ConfigurationException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = random.nextInt(mutated.length());
            char c = BYTES.charAt(random.nextInt(BYTES.length()));
            switch (random.nextInt(4)) {
                case 0 -> mutated.setCharAt(at, c);
                case 1 -> mutated.insert(at, c);
                case 2 -> mutated.deleteCharAt(at);
                default -> mutated.insert(at, mutated.substring(at / 2, at));
            }
        }
        return mutated.toString();
    }
}
