package io.claviger.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.IntegrationSetup;
import io.claviger.Link;
import io.claviger.Setup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(DomainContext.Global.class)
@Domain(SetupArbitraries.class)
class SetupRoundTripTest {

    @Property(tries = 300)
    @Label("S8: parse(setup.toText()) equals setup, and has the same text")
    void parse_ofTheText_equalsTheSetup(@ForAll Setup setup) {
        Setup parsed = Setup.parse(setup.toText());
        assertThat(parsed).isEqualTo(setup).hasSameHashCodeAs(setup);
        assertThat(parsed.toText()).isEqualTo(setup.toText());
    }

    @Property(tries = 300)
    @Label("S8: the text does not depend on the order in which things came, and shows no control character")
    void toText_ofAnyOrder_isTheSame(@ForAll Setup setup, @ForAll long seed) {
        List<IntegrationSetup> integrations = new ArrayList<>(setup.integrations());
        List<Link> links = new ArrayList<>(setup.links());
        Collections.shuffle(integrations, new Random(seed));
        Collections.shuffle(links, new Random(seed));

        assertThat(Setup.of(integrations, links).toText()).isEqualTo(setup.toText());
        assertThat(setup.toText().chars().filter(c -> c != '\n').noneMatch(Character::isISOControl))
                .isTrue();
    }
}
