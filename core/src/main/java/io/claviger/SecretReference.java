package io.claviger;

import io.claviger.internal.reference.ReferenceParser;
import io.claviger.internal.reference.ReferenceRules;
import io.claviger.internal.reference.ReferenceWriter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret value lives: the alias of an integration, a path in its vault, parameters and a field. Never a
 * credential and never an address.
 *
 * <p>The canonical text has the syntax of <a href="https://www.rfc-editor.org/rfc/rfc3986">RFC 3986</a>:
 *
 * <pre>{@code vault://<alias>/<path>[?<parameters>][#<field>]}</pre>
 *
 * <ul>
 *   <li>alias: {@code [a-z][a-z0-9-]{0,62}}
 *   <li>path: segments that are not empty and hold no control character, percent-decoded one by one; {@code .} and {@code ..} have no special
 *       meaning, and {@code +} is a plus sign; a slash inside a segment is written {@code %2F}
 *   <li>parameters: {@code name=value} joined by {@code &}, names unique; printed in the order of their names
 *   <li>field: a top-level key, or a pointer as in <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a> if it
 *       begins with {@code /}
 * </ul>
 *
 * <p>Equal references have equal texts, and {@code parse(reference.toString())} equals {@code reference}. Immutable.
 */
public final class SecretReference {

    private final String alias;
    private final List<String> path;
    private final SortedMap<String, String> parameters;
    private final @Nullable String field;
    private final String text;
    private final int hash;

    private SecretReference(
            String alias, List<String> path, SortedMap<String, String> parameters, @Nullable String field) {
        this.alias = alias;
        this.path = path;
        this.parameters = parameters;
        this.field = field;
        this.text = ReferenceWriter.write(alias, path, parameters, field);
        this.hash = text.hashCode();
    }

    /**
     * Reads the canonical form. Native forms of vaults are read by {@link IntegrationManager#reference(String)}.
     *
     * @param text {@code vault://team-vault/secret/app/db#password} for example; at most 4,096 characters
     * @return the reference
     * @throws SyntaxException if the text is malformed, with column, reason and remedy
     */
    public static SecretReference parse(String text) {
        return ReferenceParser.parse(text);
    }

    /**
     * Returns a reference to a whole secret.
     *
     * @param alias the alias of an integration
     * @param path the segments of the path, unencoded; at least one
     * @return the reference
     * @throws ConfigurationException if a part is not allowed
     */
    public static SecretReference of(String alias, String... path) {
        return of(alias, List.of(path), Map.of(), null);
    }

    /**
     * Returns a reference made of all its parts.
     *
     * @param alias the alias of an integration
     * @param path the segments of the path, unencoded; at least one
     * @param parameters names and values, unencoded; may be empty
     * @param field a top-level key, or a pointer if it begins with {@code /}; {@code null} for the whole secret
     * @return the reference
     * @throws ConfigurationException if a part is not allowed
     */
    public static SecretReference of(
            String alias, List<String> path, Map<String, String> parameters, @Nullable String field) {
        List<String> segments = List.copyOf(path);
        SortedMap<String, String> sorted = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        ReferenceRules.check(alias, segments, sorted, field);
        return new SecretReference(alias, segments, sorted, field);
    }

    /**
     * Returns this reference with another field.
     *
     * @param field a top-level key, or a pointer if it begins with {@code /}
     * @return a new reference
     * @throws ConfigurationException if the field is empty or a malformed pointer
     */
    public SecretReference withField(String field) {
        return of(alias, path, parameters, field);
    }

    /**
     * Returns this reference with a parameter added or replaced.
     *
     * @param name the name of the parameter, {@code version} for example
     * @param value its value
     * @return a new reference
     * @throws ConfigurationException if the name or value is not allowed
     */
    public SecretReference withParameter(String name, String value) {
        SortedMap<String, String> changed = new TreeMap<>(parameters);
        changed.put(name, value);
        return of(alias, path, changed, field);
    }

    /**
     * Returns the alias of the integration.
     *
     * @return the alias
     */
    public String alias() {
        return alias;
    }

    /**
     * Returns the path in the vault.
     *
     * @return the segments, decoded; at least one, none empty
     */
    public List<String> path() {
        return path;
    }

    /**
     * Returns the parameters.
     *
     * @return names and values, decoded, in the order of their names; may be empty
     */
    public SortedMap<String, String> parameters() {
        return parameters;
    }

    /**
     * Returns one parameter.
     *
     * @param name the name of the parameter
     * @return its value; empty if it is not there
     */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /**
     * Returns the field.
     *
     * @return a top-level key, or a pointer if it begins with {@code /}; empty for the whole secret
     */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof SecretReference that && text.equals(that.text));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Returns the canonical text. */
    @Override
    public String toString() {
        return text;
    }
}
