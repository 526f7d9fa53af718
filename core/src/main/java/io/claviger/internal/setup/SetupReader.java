package io.claviger.internal.setup;

import io.claviger.IntegrationSetup;
import io.claviger.Link;
import io.claviger.Setup;
import io.claviger.SyntaxException;
import io.claviger.internal.json.StrictJson;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the text of a setup, which anybody may have written: once, in the time of its length, with nothing that is not
 * known. Not safe for use by several threads.
 */
public final class SetupReader {

    private static final EnumSet<SetupMember> MEMBERS =
            EnumSet.of(SetupMember.VERSION, SetupMember.INTEGRATIONS, SetupMember.LINKS);

    private final StrictJson json;
    private final ObjectReader objects;
    private final List<IntegrationSetup> integrations = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private boolean versioned;

    private SetupReader(String text) {
        this.json = StrictJson.of(text);
        this.objects = new ObjectReader(json);
    }

    /**
     * Reads a text.
     *
     * @param text any text
     * @return the setup
     * @throws SyntaxException if it is none
     */
    public static Setup read(String text) {
        if (text.length() > SetupRules.LONGEST_TEXT) {
            throw new SyntaxException(
                    1,
                    1,
                    "The setup has " + text.length() + " characters, and at most " + SetupRules.LONGEST_TEXT
                            + " are allowed.",
                    "Remove integrations or links, or spread them over several managers.");
        }
        return new SetupReader(text).read();
    }

    private Setup read() {
        if (!json.next()) {
            throw new SyntaxException(1, 1, "The text is empty.", "Give the text of a setup.");
        }
        objects.read(MEMBERS, MEMBERS, this::member);
        if (json.next()) {
            throw json.here("Something follows the setup.", "Remove it.");
        }
        return Setup.of(integrations, links);
    }

    private void member(SetupMember member) {
        if (member == SetupMember.VERSION) {
            checkVersion();
        } else if (!versioned) {
            throw json.here("The version does not come first.", "Begin the setup with \"version\": 1.");
        } else if (member == SetupMember.INTEGRATIONS) {
            IntegrationReader reader = new IntegrationReader(json, objects);
            array(integrations, SetupRules.MOST_INTEGRATIONS, reader::read, IntegrationSetup::alias);
        } else {
            LinkReader reader = new LinkReader(json, objects);
            array(links, SetupRules.MOST_LINKS, reader::read, Link::id);
        }
    }

    private void checkVersion() {
        if (!json.isNumber(SetupRules.VERSION)) {
            throw json.here(
                    "This version of the format is unknown.",
                    "This release reads version 1: use the release that wrote the text, or a newer one.");
        }
        versioned = true;
    }

    private <T> void array(List<T> found, int most, Supplier<T> read, Function<T, Object> key) {
        json.requireArray();
        Set<Object> seen = new HashSet<>();
        while (objects.next()) {
            if (found.size() == most) {
                throw json.here("There are more than " + most + " entries.", "Remove some.");
            }
            T entry = read.get();
            if (!seen.add(key.apply(entry))) {
                throw json.here("The entry that ends here is there twice.", "Remove one of the two.");
            }
            found.add(entry);
        }
    }
}
