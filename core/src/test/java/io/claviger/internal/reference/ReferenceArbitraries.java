package io.claviger.internal.reference;

import io.claviger.SecretReference;
import io.claviger.internal.json.JsonPointer;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** References of every shape, and texts that are nearly references. */
final class ReferenceArbitraries extends DomainContextBase {

    private static final String DELIMITERS = "/?#&=+%@:~{}[]|\\^`\"<> .-_!$'()*,;aZ0";

    @Provide
    Arbitrary<SecretReference> references() {
        return references(names(), texts(), fields());
    }

    /** References of so few characters that some of any two hundred are equal. */
    static Arbitrary<SecretReference> smallReferences() {
        Arbitrary<String> texts = Arbitraries.of("a", "/", "%2F", "&", "a/a", "=");
        return references(Arbitraries.of("a", "b", "c"), texts, texts);
    }

    private static Arbitrary<SecretReference> references(
            Arbitrary<String> names, Arbitrary<String> texts, Arbitrary<String> fields) {
        Arbitrary<List<String>> paths = texts.list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<Map<String, String>> parameters =
                Arbitraries.maps(names, texts).ofMaxSize(3);
        return Combinators.combine(names, paths, parameters, fields.injectNull(0.3))
                .as(SecretReference::of)
                .withoutEdgeCases();
    }

    static Arbitrary<String> names() {
        Arbitrary<String> followers = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars('-')
                .ofMaxLength(8);
        return Combinators.combine(Arbitraries.chars().range('a', 'z'), followers)
                .as((first, rest) -> first + rest);
    }

    /** Texts that are not empty and hold any character that is allowed. */
    static Arbitrary<String> texts() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, Character.MAX_CODE_POINT);
        Arbitrary<Integer> ascii = Arbitraries.integers().between(0x20, 0x7E);
        Arbitrary<Integer> delimiters =
                Arbitraries.of(DELIMITERS.chars().boxed().toList());
        return Arbitraries.oneOf(any, ascii, delimiters)
                .filter(CharacterRules::allowed)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(ReferenceArbitraries::text)
                .withoutEdgeCases();
    }

    static Arbitrary<String> fields() {
        return Arbitraries.oneOf(texts(), texts().map(text -> "/" + text.replace("~", "~0")))
                .filter(text -> !JsonPointer.isPointer(text) || JsonPointer.malformedAt(text) < 0);
    }

    private static String text(List<Integer> characters) {
        StringBuilder text = new StringBuilder();
        characters.forEach(text::appendCodePoint);
        return text.toString();
    }
}
