package io.claviger.internal.setup;

import io.claviger.ConfigurationException;
import io.claviger.IntegrationSetup;
import io.claviger.Link;
import io.claviger.Owner;
import io.claviger.internal.text.SafeText;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a setup may hold, and in which order. */
public final class SetupRules {

    static final int VERSION = 1;
    static final int LONGEST_TEXT = 1 << 20;
    static final int LONGEST_STRING = 16_384;
    static final int MOST_INTEGRATIONS = 1_000;
    static final int MOST_LINKS = 10_000;
    static final int MOST_MEMBERS = 256;

    private static final Comparator<IntegrationSetup> BY_ALIAS = Comparator.comparing(IntegrationSetup::alias);
    private static final Comparator<Link> BY_NAME = Comparator.comparing(Link::name)
            .thenComparing(link -> link.environment().orElse(""))
            .thenComparing(link -> actorOf(link.owner()));
    private static final Pattern USER_INFO = Pattern.compile("//[^/?#]*@");

    private SetupRules() {}

    /**
     * Puts integrations in order.
     *
     * @param integrations the integrations
     * @return the same, by alias
     * @throws ConfigurationException if there are too many, or one alias is there twice
     */
    public static List<IntegrationSetup> integrations(Collection<IntegrationSetup> integrations) {
        checkCount(integrations.size(), MOST_INTEGRATIONS, "integrations");
        checkDistinct(integrations, IntegrationSetup::alias, "integration");
        return integrations.stream().sorted(BY_ALIAS).toList();
    }

    /**
     * Puts links in order.
     *
     * @param links the links
     * @return the same, by name, environment and owner
     * @throws ConfigurationException if there are too many, or one is there twice
     */
    public static List<Link> links(Collection<Link> links) {
        checkCount(links.size(), MOST_LINKS, "links");
        checkDistinct(links, Link::id, "link");
        return links.stream().sorted(BY_NAME).toList();
    }

    private static void checkCount(int count, int most, String what) {
        if (count > most) {
            throw new ConfigurationException("A setup has " + count + " " + what + ", and at most " + most
                    + " are allowed. Remove some, or spread them over several managers.");
        }
    }

    private static <T> void checkDistinct(Collection<T> all, Function<T, Object> key, String what) {
        Set<Object> seen = new HashSet<>();
        for (T each : all) {
            if (!seen.add(key.apply(each))) {
                throw new ConfigurationException("The " + what + " "
                        + SafeText.of(key.apply(each).toString()) + " is there twice. Remove one of the two.");
            }
        }
    }

    // no actor's id is blank, so that the team comes first
    private static String actorOf(Owner owner) {
        return owner.actor().map(actor -> actor.id()).orElse("");
    }

    /** Looks for a user name or password in an address; says nothing of what it holds. */
    static Optional<String> settingProblem(String value) {
        return USER_INFO.matcher(value).find()
                ? Optional.of("The address in this setting has user-info, which could be a password.")
                : Optional.empty();
    }
}
