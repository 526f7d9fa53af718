package io.claviger.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.AllowedDomains;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;

/** Names of so few labels that patterns match often, against a matcher that is slow and plain. */
@Label("Design §5: allowed domains, properties")
class AllowedDomainsPropertiesTest {

    @Property
    void allows_anyNameAndPort_agreesWithTheNaiveMatcher(
            @ForAll("patterns") Tuple3<String, String, Integer> pattern,
            @ForAll("targets") Tuple3<String, String, Integer> target) {
        AllowedDomains domains = AllowedDomains.parse(text(pattern));

        assertThat(domains.allows(text(target)))
                .as("%s for %s", text(target), domains)
                .isEqualTo(naive(pattern, target));
    }

    @Property
    void parse_canonicalText_roundTrips(@ForAll("lists") List<Tuple3<String, String, Integer>> patterns) {
        AllowedDomains domains = AllowedDomains.parse(String.join(
                ",", patterns.stream().map(AllowedDomainsPropertiesTest::text).toList()));

        assertThat(AllowedDomains.parse(domains.toString())).isEqualTo(domains).hasToString(domains.toString());
    }

    @Property
    void allows_severalPatterns_isWhatAnyOfThemAllows(
            @ForAll("lists") List<Tuple3<String, String, Integer>> patterns,
            @ForAll("targets") Tuple3<String, String, Integer> target) {
        List<String> texts =
                patterns.stream().map(AllowedDomainsPropertiesTest::text).toList();

        assertThat(AllowedDomains.parse(String.join(" , ", texts)).allows(text(target)))
                .isEqualTo(texts.stream()
                        .anyMatch(text -> AllowedDomains.parse(text).allows(text(target))));
    }

    @Property
    void allows_anyText_isNoMoreGenerousThanForItsUri(@ForAll String text) {
        AllowedDomains domains = AllowedDomains.parse("*.example.com");
        String target = "https://" + text + ".example.com";

        if (domains.allows(target)) {
            assertThat(domains.allows(URI.create(target))).isTrue();
        }
    }

    @Provide
    Arbitrary<Tuple3<String, String, Integer>> patterns() {
        return Combinators.combine(schemes(), Arbitraries.of("", "*."), names(1, 2), ports())
                .as((scheme, wildcard, name, port) -> Tuple.of(scheme, wildcard + name, port));
    }

    @Provide
    Arbitrary<List<Tuple3<String, String, Integer>>> lists() {
        return patterns().list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<Tuple3<String, String, Integer>> targets() {
        return Combinators.combine(schemes(), names(1, 4), ports()).as(Tuple::of);
    }

    private static Arbitrary<String> names(int fewest, int most) {
        Arbitrary<String> labels = Arbitraries.of("a", "b", "B", "ab");
        Arbitrary<String> ends = Arbitraries.of(".test", ".TEST", ".test.", ".b.test");
        return Combinators.combine(labels.list().ofMinSize(fewest).ofMaxSize(most), ends)
                .as((list, end) -> String.join(".", list) + end);
    }

    private static Arbitrary<String> schemes() {
        return Arbitraries.of("https", "https", "HTTPS", "http");
    }

    private static Arbitrary<Integer> ports() {
        return Arbitraries.of(0, 0, 443, 80);
    }

    private static String text(Tuple3<String, String, Integer> parts) {
        return parts.get1() + "://" + parts.get2() + (parts.get3() == 0 ? "" : ":" + parts.get3());
    }

    private static boolean naive(Tuple3<String, String, Integer> pattern, Tuple3<String, String, Integer> target) {
        int own = target.get1().equalsIgnoreCase("https") ? 443 : 80;
        int port = target.get3() == 0 ? own : target.get3();
        return pattern.get1().equalsIgnoreCase(target.get1())
                && (pattern.get3() == 0 || pattern.get3() == port)
                && naive(labels(pattern.get2()), labels(target.get2()));
    }

    private static boolean naive(List<String> pattern, List<String> name) {
        if (!pattern.get(0).equals("*")) {
            return pattern.equals(name);
        }
        List<String> apex = pattern.subList(1, pattern.size());
        int more = name.size() - apex.size();
        return more >= 0 && name.subList(more, name.size()).equals(apex);
    }

    private static List<String> labels(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("\\.")).toList();
    }
}
