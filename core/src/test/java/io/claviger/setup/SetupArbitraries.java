package io.claviger.setup;

import io.claviger.Actor;
import io.claviger.AllowedDomains;
import io.claviger.IntegrationScope;
import io.claviger.IntegrationSetup;
import io.claviger.IntegrationSetup.Sessions;
import io.claviger.Link;
import io.claviger.LinkId;
import io.claviger.Owner;
import io.claviger.SecretReference;
import io.claviger.Settings;
import io.claviger.Setup;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Setups of every shape. */
final class SetupArbitraries extends DomainContextBase {

    private static final Arbitrary<String> ALIASES = Arbitraries.of("a", "b-1", "team-vault", "z9");

    @Provide
    Arbitrary<Setup> setups() {
        Arbitrary<List<IntegrationSetup>> integrations =
                integrations().list().ofMaxSize(4).uniqueElements(IntegrationSetup::alias);
        Arbitrary<List<Link>> links = links().list().ofMaxSize(8).uniqueElements(Link::id);
        return Combinators.combine(integrations, links).as(Setup::of);
    }

    private static Arbitrary<IntegrationSetup> integrations() {
        return Combinators.combine(
                        ALIASES,
                        Arbitraries.of("fake", "hashicorp", "1password"),
                        owners(),
                        settings(),
                        Arbitraries.of("", "a/**", "role=x*", "?role=x/*", "/env=x/**", "ü/*")
                                .list()
                                .ofMaxSize(3),
                        Arbitraries.of(Sessions.values()),
                        texts().filter(text -> !text.isBlank()).set().ofMaxSize(2))
                .as((alias, provider, owner, settings, scope, sessions, hostSettings) -> new IntegrationSetup(
                        alias,
                        provider,
                        owner,
                        settings,
                        scope(scope),
                        domains(scope.size()),
                        sessions,
                        hostSettings,
                        hostSettings.size() == 1));
    }

    private static IntegrationScope scope(List<String> patterns) {
        List<String> some = new ArrayList<>(
                patterns.stream().filter(pattern -> !pattern.isEmpty()).toList());
        if (some.stream().allMatch(pattern -> pattern.contains("role="))) {
            some.add("**");
        }
        return patterns.stream().allMatch(String::isEmpty) ? IntegrationScope.everything() : IntegrationScope.of(some);
    }

    private static AllowedDomains domains(int choice) {
        return choice == 1 ? AllowedDomains.parse("api.example.com") : AllowedDomains.any();
    }

    private static Arbitrary<Settings> settings() {
        return Arbitraries.maps(texts().filter(text -> !text.isBlank()), texts())
                .ofMaxSize(4)
                .map(Settings::copyOf);
    }

    // an address with user-info is no setting
    private static Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(12).filter(text -> !text.contains("//"));
    }

    private static Arbitrary<Owner> owners() {
        return texts().filter(text -> !text.isBlank())
                .map(id -> Owner.of(Actor.of(id)))
                .injectNull(0.5)
                .map(owner -> owner == null ? Owner.team() : owner);
    }

    private static Arbitrary<Link> links() {
        return Combinators.combine(
                        Arbitraries.of("a", "A", "db_password", "naïve", "x.y-z"),
                        Arbitraries.of("", "staging", "prod"),
                        owners(),
                        ALIASES,
                        Arbitraries.strings()
                                .excludeChars('\ud800')
                                .alpha()
                                .withChars("/ #?%+ü\"\\")
                                .ofMinLength(1)
                                .ofMaxLength(9),
                        Arbitraries.integers().between(0, 7))
                .as(SetupArbitraries::link);
    }

    private static Link link(String name, String environment, Owner owner, String alias, String path, int flags) {
        LinkId id = LinkId.of(name).ownedBy(owner);
        return Link.of(environment.isEmpty() ? id : id.inEnvironment(environment), SecretReference.of(alias, path))
                .withEnabled((flags & 1) == 0)
                .withFallback((flags & 2) == 0)
                .withAllowedDomains(domains(flags >> 2));
    }
}
