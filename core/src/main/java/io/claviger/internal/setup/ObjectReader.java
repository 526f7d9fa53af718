package io.claviger.internal.setup;

import io.claviger.ConfigurationException;
import io.claviger.SyntaxException;
import io.claviger.internal.json.StrictJson;
import io.claviger.internal.text.SafeText;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads objects of known members: nothing unknown, nothing twice, nothing missing. */
final class ObjectReader {

    private final StrictJson json;

    ObjectReader(StrictJson json) {
        this.json = json;
    }

    /**
     * Reads an object.
     *
     * @param known the members that it may have
     * @param required those that it must have
     * @param read reads the value of a member; the reader stands at its first token
     */
    void read(Set<SetupMember> known, Set<SetupMember> required, Consumer<SetupMember> read) {
        json.requireObject();
        Set<SetupMember> seen = EnumSet.noneOf(SetupMember.class);
        while (next()) {
            SetupMember member = member(known);
            if (!seen.add(member)) {
                throw duplicate();
            }
            json.next();
            read.accept(member);
        }
        required.stream().filter(member -> !seen.contains(member)).findFirst().ifPresent(missing -> {
            throw json.here("The member " + missing.key() + " is missing in this object.", "Add it.");
        });
    }

    private SetupMember member(Set<SetupMember> known) {
        String key = json.key();
        return known.stream()
                .filter(member -> member.key().equals(key))
                .findFirst()
                .orElseThrow(() -> json.here(
                        "The member " + SafeText.of(key) + " is unknown.",
                        "Remove it. Here may be "
                                + known.stream().map(SetupMember::key).toList() + "."));
    }

    SyntaxException duplicate() {
        return json.here("The member " + SafeText.of(json.key()) + " is there twice.", "Remove one of the two.");
    }

    /** Goes on within an object or array; a text that ends in it is no JSON. */
    boolean next() {
        json.next();
        return !json.atEnd();
    }

    String string() {
        return json.string(SetupRules.LONGEST_STRING);
    }

    /** Makes something of a text, whose complaint becomes one about this place. */
    <T> T parsed(Supplier<T> parse) {
        try {
            return parse.get();
        } catch (SyntaxException e) {
            throw json.here(e.reason(), e.remedy());
        } catch (ConfigurationException e) {
            throw json.here(e.problems().get(0), "Correct it here.");
        } catch (IllegalArgumentException e) {
            throw json.here("This text is not allowed here.", "Correct it here.");
        }
    }
}
