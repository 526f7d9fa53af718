package io.claviger;

import io.claviger.internal.setup.SetupReader;
import io.claviger.internal.setup.SetupRules;
import io.claviger.internal.setup.SetupText;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Integrations and links without any credential or value: what can be saved, reviewed and shared.
 *
 * <p>Its text is JSON that comes out the same whatever the order in which things were connected and linked, and of which a
 * change touches few lines. See {@code docs/setup-file.md}. Immutable.
 */
public final class Setup {

    private static final Setup EMPTY = new Setup(List.of(), List.of());

    private final List<IntegrationSetup> integrations;
    private final List<Link> links;

    private Setup(List<IntegrationSetup> integrations, List<Link> links) {
        this.integrations = integrations;
        this.links = links;
    }

    /**
     * Returns a setup without integrations and links.
     *
     * @return the empty setup
     */
    public static Setup empty() {
        return EMPTY;
    }

    /**
     * Returns a setup.
     *
     * @param integrations the integrations, each alias once; in any order
     * @param links the links, each id once; in any order
     * @return the setup
     * @throws ConfigurationException if an alias or link is there twice, or there are too many: at most 1,000 integrations
     *     and 10,000 links
     */
    public static Setup of(Collection<IntegrationSetup> integrations, Collection<Link> links) {
        return new Setup(SetupRules.integrations(integrations), SetupRules.links(links));
    }

    /**
     * Reads a text. Contacts nothing and changes nothing.
     *
     * @param text the text of a setup, at most 1,048,576 characters; need not be in canonical form
     * @return the setup
     * @throws SyntaxException if the text is anything else, with line, column, reason and remedy
     */
    public static Setup parse(String text) {
        return SetupReader.read(text);
    }

    /**
     * Returns the text in canonical form.
     *
     * @return a text that {@link #parse} reads as an equal setup
     * @throws ConfigurationException if it would break a rule of the format, being too long for example
     */
    public String toText() {
        return SetupText.of(this);
    }

    /**
     * Returns the integrations.
     *
     * @return the integrations, by alias
     */
    public List<IntegrationSetup> integrations() {
        return integrations;
    }

    /**
     * Returns the links.
     *
     * @return the links, by name, environment and owner
     */
    public List<Link> links() {
        return links;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Setup that && integrations.equals(that.integrations) && links.equals(that.links);
    }

    @Override
    public int hashCode() {
        return Objects.hash(integrations, links);
    }

    @Override
    public String toString() {
        return "Setup[" + integrations.size() + " integrations, " + links.size() + " links]";
    }
}
