package io.claviger;

import io.claviger.internal.template.TemplateParser;
import java.util.List;

/**
 * A text with references in it, compiled once and rendered as often as you like.
 *
 * <p><code>{{vault:name}}</code> stands for a linked name and <code>{{vault://alias/path#field}}</code> for a direct
 * reference. <code>\{{</code> is a literal <code>{{</code>. Any other braces are plain text. Values are inserted byte
 * for byte: what looks like a reference inside a value is not one.
 *
 * <p>Compiling is linear in the length of the text. Immutable.
 */
public final class Template {

    private final String source;
    private final List<Part> parts;

    private Template(String source, List<Part> parts) {
        this.source = source;
        this.parts = List.copyOf(parts);
    }

    /**
     * Compiles a text.
     *
     * @param text the text; at most 16 Mi characters and 100,000 references
     * @return the template
     * @throws SyntaxException if a reference in it is malformed or not closed, with line, column, reason and remedy
     */
    public static Template compile(String text) {
        return new Template(text, TemplateParser.parse(text));
    }

    /**
     * Returns the text that was compiled.
     *
     * @return the source
     */
    public String source() {
        return source;
    }

    /**
     * Returns what the text consists of.
     *
     * @return the parts, in order
     */
    public List<Part> parts() {
        return parts;
    }

    /** Returns the text that was compiled; it holds references and no values. */
    @Override
    public String toString() {
        return source;
    }

    /** One part of a template. */
    public sealed interface Part permits Literal, LinkedName, DirectReference {}

    /**
     * Text that is rendered as it is.
     *
     * @param text the text
     */
    public record Literal(String text) implements Part {}

    /**
     * The value of a linked name.
     *
     * @param name the secret name
     */
    public record LinkedName(String name) implements Part {}

    /**
     * The value of a reference that is written directly.
     *
     * @param reference the reference
     */
    public record DirectReference(SecretReference reference) implements Part {}
}
